import { z } from 'zod';
import {
  flag,
  groupFields,
  person,
  personFields,
  text,
  time,
  visibility,
  visibilityFields,
} from './shapes.ts';

// Issues, articles, and what belongs to them and leads to them, as REST answers.

const comment = z.looseObject({
  author: person.nullish(),
  text,
  created: time,
  updated: time,
  deleted: flag,
  pinned: flag,
  visibility,
});
const commentFields = `author(${personFields}),text,created,updated,deleted,pinned,${visibilityFields}`;

const attachment = z.looseObject({
  name: z.string(),
  author: person.nullish(),
  created: time,
  mimeType: text,
  visibility,
});
const attachmentFields = `name,author(${personFields}),created,mimeType,${visibilityFields}`;

const fieldValue = z.looseObject({
  name: text,
  login: text,
  minutes: time,
  text,
});
const whole = {
  idReadable: z.string(),
  summary: text,
  created: time,
  updated: time,
  tags: z.array(z.looseObject({ name: z.string() })).nullish(),
  comments: z.array(comment).nullish(),
  attachments: z.array(attachment).nullish(),
  visibility,
};
const wholeFields = `idReadable,summary,created,updated,tags(name),comments(${commentFields}),attachments(${attachmentFields}),${visibilityFields}`;

export const issueShape = z.looseObject({
  ...whole,
  description: text,
  resolved: time,
  reporter: person.nullish(),
  updater: person.nullish(),
  customFields: z
    .array(
      z.looseObject({
        name: z.string(),
        value: z.union([z.array(fieldValue), fieldValue, z.string(), z.number()]).nullish(),
      }),
    )
    .nullish(),
  links: z
    .array(
      z.looseObject({
        direction: text,
        linkType: z.looseObject({ sourceToTarget: text }),
        issues: z.array(z.looseObject({ idReadable: z.string() })).nullish(),
      }),
    )
    .nullish(),
  voters: z.looseObject({ original: z.array(person).nullish() }).nullish(),
  watchers: z
    .looseObject({ issueWatchers: z.array(z.looseObject({ user: person.nullish() })).nullish() })
    .nullish(),
});
export const issueFields = `${wholeFields},description,resolved,reporter(${personFields}),updater(${personFields}),customFields(name,value(name,login,minutes,text)),links(direction,linkType(sourceToTarget),issues(idReadable)),voters(original(${personFields})),watchers(issueWatchers(user(${personFields})))`;

export const articleShape = z.looseObject({
  ...whole,
  content: text,
  reporter: person.nullish(),
  updatedBy: person.nullish(),
  parentArticle: z.looseObject({ idReadable: z.string() }).nullish(),
});
export const articleFields = `${wholeFields},content,reporter(${personFields}),updatedBy(${personFields}),parentArticle(idReadable)`;

export const workItemShape = z.looseObject({
  author: person.nullish(),
  date: time,
  duration: z.looseObject({ minutes: time }).nullish(),
  text,
  type: z.looseObject({ name: z.string() }).nullish(),
  issue: z.looseObject({ idReadable: z.string() }).nullish(),
});
export const workItemFields = `author(${personFields}),date,duration(minutes),text,type(name),issue(idReadable)`;

export const linkTypeShape = z.looseObject({
  name: z.string(),
  sourceToTarget: text,
  targetToSource: text,
  directed: flag,
});
export const linkTypeFields = 'name,sourceToTarget,targetToSource,directed';

export const tagShape = z.looseObject({
  name: z.string(),
  owner: person.nullish(),
  tagSharingSettings: visibility,
});
export const tagFields = `name,owner(${personFields}),tagSharingSettings(permittedUsers(${personFields}),permittedGroups(${groupFields}))`;

export const boardShape = z.looseObject({
  name: z.string(),
  owner: person.nullish(),
  projects: z.array(z.looseObject({ shortName: z.string() })).nullish(),
  currentSprint: z.looseObject({ name: text }).nullish(),
  sprints: z
    .array(
      z.looseObject({
        name: z.string(),
        start: time,
        finish: time,
        archived: flag,
        issues: z.array(z.looseObject({ idReadable: z.string() })).nullish(),
      }),
    )
    .nullish(),
});
export const boardFields = `name,owner(${personFields}),projects(shortName),currentSprint(name),sprints(name,start,finish,archived,issues(idReadable))`;

export type RemoteIssue = z.infer<typeof issueShape>;
export type RemoteArticle = z.infer<typeof articleShape>;
export type RemoteComment = z.infer<typeof comment>;
export type RemoteAttachment = z.infer<typeof attachment>;
export type RemoteWorkItem = z.infer<typeof workItemShape>;
