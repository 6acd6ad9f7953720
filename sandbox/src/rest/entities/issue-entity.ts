import { showAttachments } from './attachment-entity.ts';
import { showComments } from './comment-entity.ts';
import { showIssueFields } from './issue-field-entity.ts';
import { showLink, showLinks } from './link-entity.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { flag, reference, references, scalar, targetsOf } from './stored-attributes.ts';
import { showTags } from './tag-entity.ts';
import { showVisibility } from './visibility-entity.ts';

const attributes: Attributes<Subject> = {
  idReadable: scalar('id'),
  numberInProject: scalar('numberInProject'),
  summary: scalar('summary'),
  description: scalar('description'),
  wikifiedDescription: scalar('description'),
  usesMarkdown: () => true,
  created: scalar('created'),
  updated: scalar('updated'),
  resolved: scalar('resolved'),
  isDraft: flag('isDraft'),
  draftOwner: (subject) =>
    subject.tx.get(subject.id, 'isDraft') === true ? reference('reporter')(subject) : null,
  reporter: reference('reporter'),
  updater: reference('updatedBy'),
  project: reference('project'),
  customFields: showIssueFields,
  fields: showIssueFields,
  links: showLinks,
  parent: (subject) => showLink(subject, 'subtask of'),
  subtasks: (subject) => showLink(subject, 'parent for'),
  comments: showComments,
  commentsCount: (subject) => showComments(subject).length,
  pinnedComments: () => [],
  attachments: (subject) => showAttachments(subject, 'issue'),
  tags: showTags,
  votes: ({ tx, id }) => targetsOf(tx, id, 'voters').length,
  voters: (subject) => createRestEntity({ $type: 'IssueVoters', id: subject.id }, voters, subject),
  watchers: (subject) => createRestEntity({ $type: 'IssueWatchers', id: subject.id }, watchers, subject),
  visibility: showVisibility,
  externalIssue: () => null,
};

/** Every attribute of an issue, whether it can be set or not. */
export const issueAttributeNames: readonly string[] = Object.keys(attributes);

const voters: Attributes<Subject> = {
  hasVote: ({ tx, id, user }) => targetsOf(tx, id, 'voters').includes(user),
  original: references('voters'),
  duplicate: () => [],
};

const watchers: Attributes<Subject> = {
  hasStar: ({ tx, id, user }) => targetsOf(tx, id, 'watchers').includes(user),
  issueWatchers: (subject) =>
    references('watchers')(subject).map((user) =>
      createRestEntity(
        { $type: 'IssueWatcher', id: user.id },
        { user: () => user, isStarred: () => true },
        undefined,
      ),
    ),
};

/** An issue as REST shows it. Source: "Issue" of JetBrains' REST reference. */
export function showIssue(subject: Subject): RestEntity {
  return createRestEntity({ $type: 'Issue', id: subject.id }, attributes, subject);
}
