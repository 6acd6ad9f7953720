import { findLinkEnd, linkedIssues } from '../../world/issue-links.ts';
import { findIssue, findProject, findUser } from '../../world/lookup.ts';
import type { Id } from '../../world/transaction.ts';
import { foldCase, idsIn, membersOf } from '../../world/values.ts';
import { findWorkItemType } from '../../world/work-items.ts';
import { parseDateRange } from './parse-date-range.ts';
import type { QueryValue } from './parse-values.ts';
import type { Condition } from './query.ts';
import { SearchError } from './search-error.ts';
import { linkNames, type SearchPlace, searchableFields } from './search-place.ts';
import { textCondition } from './text-condition.ts';

/** Makes a condition of one value of an attribute. */
export type Attribute = (place: SearchPlace, value: QueryValue) => Condition;

const byReporter = byUser('reporter');
const byUpdater = byUser('updatedBy');

/** Attributes every issue has, by the names queries know them by. Custom fields and links come on top. */
export const builtInAttributes: Readonly<Record<string, Attribute>> = {
  'issue id': byId,
  project: byProject,
  in: byProject,
  summary: ({ tx }, { text }) => textCondition(tx, text, ['summary']),
  description: ({ tx }, { text }) => textCondition(tx, text, ['description']),
  created: byDate('created'),
  updated: byDate('updated'),
  'resolved date': byDate('resolved'),
  reporter: byReporter,
  'created by': byReporter,
  by: byReporter,
  updater: byUpdater,
  'updated by': byUpdater,
  voter: byUser('voters'),
  commenter: byCommenter,
  'commented by': byCommenter,
  work: ({ tx }, { text }) => byWork(tx, (item) => textCondition(tx, text, ['description'])(item)),
  'work author': (place, { text }) => byWorkRef(place, 'author', userOf(place, text)),
  'work type': (place, { text }) => byWorkRef(place, 'type', findWorkItemType(place.tx, text)),
  'work date': ({ tx, now }, value) => {
    const { from, before } = parseDateRange(value, now);
    return byWork(
      tx,
      (item) => Number(tx.get(item, 'date')) >= from && Number(tx.get(item, 'date')) < before,
    );
  },
  tag: byTag,
  'tagged as': byTag,
  has: hasPart,
};

/** `parent for: DEMO-2`: issues that are linked so to that one. */
export function linkAttribute(name: string): Attribute {
  return ({ tx }, { text }) => {
    const end = findLinkEnd(tx, name);
    const other = findIssue(tx, text);
    if (end === undefined || other === undefined) throw new SearchError(`There is no issue '${text}'`);
    return (issue) => linkedIssues(tx, issue, end).includes(other);
  };
}

function byId({ tx }: SearchPlace, { text }: QueryValue): Condition {
  const wanted = findIssue(tx, text);
  return (issue) => issue === wanted;
}

function byProject({ tx }: SearchPlace, { text }: QueryValue): Condition {
  const project = findProject(tx, text) ?? tx.find('Project', 'name', text)[0];
  if (project === undefined) throw new SearchError(`There is no project '${text}'`);
  return (issue) => idsIn(tx.get(issue, 'project'))[0] === project;
}

function byDate(property: string): Attribute {
  return ({ tx, now }, value) => {
    const { from, before } = parseDateRange(value, now);
    return (issue) => {
      const at = tx.get(issue, property);
      return typeof at === 'number' && at >= from && at < before;
    };
  };
}

function byUser(property: string): Attribute {
  return (place, { text }) => {
    const wanted = userOf(place, text);
    return (issue) => idsIn(place.tx.get(issue, property)).includes(wanted);
  };
}

function byCommenter(place: SearchPlace, { text }: QueryValue): Condition {
  const wanted = userOf(place, text);
  const { tx } = place;
  return (issue) =>
    tx
      .find('IssueComment', 'issue', { ref: issue })
      .some((comment) => idsIn(tx.get(comment, 'author'))[0] === wanted);
}

function byWork(tx: SearchPlace['tx'], isWanted: (item: Id) => boolean): Condition {
  return (issue) => tx.find('IssueWorkItem', 'issue', { ref: issue }).some(isWanted);
}

function byWorkRef({ tx }: SearchPlace, property: string, wanted: Id | undefined): Condition {
  return byWork(tx, (item) => wanted !== undefined && idsIn(tx.get(item, property)).includes(wanted));
}

function userOf({ tx, user }: SearchPlace, text: string): Id {
  const wanted = foldCase(text) === 'me' ? user : findUser(tx, text);
  if (wanted === undefined) throw new SearchError(`There is no user '${text}'`);
  return wanted;
}

function byTag({ tx }: SearchPlace, { text }: QueryValue): Condition {
  const tags = tx.find('Tag', 'name', text);
  if (tags.length === 0) throw new SearchError(`There is no tag '${text}'`);
  return (issue) => idsIn(tx.get(issue, 'tags')).some((tag) => tags.includes(tag));
}

/** `has: comments`, `has: {Due Date}`, `has: links`, `has: {parent for}`. */
function hasPart({ tx }: SearchPlace, { text }: QueryValue): Condition {
  const name = foldCase(text);
  const parts: Readonly<Record<string, string>> = {
    attachments: 'IssueAttachment',
    comments: 'IssueComment',
    work: 'IssueWorkItem',
  };
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (part !== undefined) return (issue) => tx.find(part, 'issue', { ref: issue }).length > 0;
  const stored: Readonly<Record<string, string>> = {
    description: 'description',
    votes: 'voters',
    tags: 'tags',
    star: 'watchers',
    boards: 'sprints',
  };
  const property = Object.hasOwn(stored, name) ? stored[name] : undefined;
  if (property !== undefined) return (issue) => membersOf(tx.get(issue, property)).length > 0;
  const ends = linkNames(tx).filter((link) => name === 'links' || foldCase(link) === name);
  if (ends.length > 0) return (issue) => ends.some((link) => hasLink(issue, link));
  const field = searchableFields(tx).get(name);
  if (field === undefined) throw new SearchError(`'has: ${text}' is not emulated by the sandbox`);
  return (issue) => membersOf(tx.get(issue, `field:${field.name}`)).length > 0;

  function hasLink(issue: Id, link: string): boolean {
    const end = findLinkEnd(tx, link);
    return end !== undefined && linkedIssues(tx, issue, end).length > 0;
  }
}
