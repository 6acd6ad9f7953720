import type { Execution } from '../ports/execution.ts';
import { currentSprint } from '../world/boards.ts';
import { findLinkEnd, linkedIssues } from '../world/issue-links.ts';
import type { Id, Transaction, Value } from '../world/transaction.ts';
import { ringIdOf, visibleNameOf } from '../world/users.ts';
import { idsIn, membersOf } from '../world/values.ts';

type Compute = (execution: Execution, id: Id) => Value;

/** What is not stored but follows from what is, by property and entity type (`*`: every type). */
const computed: Readonly<Record<string, Readonly<Record<string, Compute>>>> = {
  currentSprint: {
    Agile({ change: { tx, sandbox } }, id) {
      const sprint = currentSprint(tx, id, sandbox.clock.now());
      return sprint === undefined ? null : { ref: sprint };
    },
  },
  isNew: { '*': ({ change }, id) => change.tx.isNew(id) },
  becomesRemoved: { '*': ({ change }, id) => change.tx.isRemoved(id) },
  isRemoved: { '*': ({ change }, id) => change.tx.isRemoved(id) },
  becomesReported: { Issue: ({ change }, id) => becomesReported(change.tx, id) },
  becomesResolved: { Issue: ({ change }, id) => isResolved(change.tx, id) && !wasResolved(change.tx, id) },
  becomesUnresolved: { Issue: ({ change }, id) => !isResolved(change.tx, id) && wasResolved(change.tx, id) },
  draftId: { Issue: ({ change }, id) => (isDraft(change.tx, id) ? id : null) },
  duplicateRoot: { Issue: ({ change }, id) => duplicateRoot(change.tx, id) },
  isReported: { Issue: ({ change }, id) => !isDraft(change.tx, id) },
  isResolved: { Issue: ({ change }, id) => isResolved(change.tx, id) },
  isStarred: {
    '*': ({ change, user }, id) => idsIn(change.tx.get(id, 'watchers')).includes(user),
  },
  // Everything here is Markdown unless a script has said otherwise.
  isUsingMarkdown: { '*': ({ change }, id) => change.tx.get(id, 'isUsingMarkdown') !== false },
  // Nothing here was imported from elsewhere.
  externalId: { Issue: () => null },
  externalUrl: { Issue: () => null },
  permittedGroup: { '*': ({ change }, id) => first(change.tx.get(id, 'permittedGroups')) },
  shareGroup: { '*': ({ change }, id) => first(change.tx.get(id, 'permittedReadUserGroups')) },
  updateShareGroup: { '*': ({ change }, id) => first(change.tx.get(id, 'permittedUpdateUserGroups')) },
  votes: { Issue: ({ change }, id) => membersOf(change.tx.get(id, 'voters')).length },
  url: {
    Issue: ({ change }, id) => `${change.sandbox.baseUrl()}/issue/${String(change.tx.get(id, 'id') ?? id)}`,
    Article: ({ change }, id) =>
      `${change.sandbox.baseUrl()}/articles/${String(change.tx.get(id, 'id') ?? id)}`,
    IssueComment: (execution, id) => commentUrl(execution, id),
  },
  fileUrl: {
    '*': ({ change }, id) => `${change.sandbox.baseUrl()}/api/files/${id}`,
  },
  metaData: { '*': () => 'empty' },
  ringId: { User: ({ change }, id) => ringIdOf(change.tx, id) },
  shortName: { Project: ({ change }, id) => change.tx.get(id, 'key') },
  presentation: { '*': ({ change }, id) => change.tx.get(id, 'name') },
  visibleName: { User: ({ change }, id) => visibleNameOf(change.tx, id) },
  isEmailVerified: { User: ({ change }, id) => change.tx.get(id, 'email') !== null },
  isOnline: { User: ({ user }, id) => user === id },
  language: { User: ({ change }, id) => change.tx.get(id, 'language') ?? 'en' },
  timeZoneId: { User: ({ change }, id) => change.tx.get(id, 'timeZoneId') ?? 'UTC' },
  localizedName: { '*': ({ change }, id) => change.tx.get(id, 'localizedName') ?? change.tx.get(id, 'name') },
  name: {
    IssueLinkPrototype: ({ change }, id) => change.tx.get(id, 'name') ?? change.tx.get(id, 'outward'),
  },
};

/** How a property is worked out; undefined when it is stored. */
export function findComputed(type: string, name: string): Compute | undefined {
  if (!Object.hasOwn(computed, name)) return undefined;
  return computed[name]?.[type] ?? computed[name]?.['*'];
}

/** Whether an issue is a draft: seen by its reporter alone, without a number. */
export function isDraft(tx: Transaction, issue: Id): boolean {
  return tx.get(issue, 'isDraft') === true;
}

function becomesReported(tx: Transaction, issue: Id): boolean {
  return !isDraft(tx, issue) && (tx.isNew(issue) || tx.original(issue, 'isDraft') === true);
}

function isResolved(tx: Transaction, issue: Id): boolean {
  return tx.get(issue, 'resolved') !== null;
}

function wasResolved(tx: Transaction, issue: Id): boolean {
  return tx.original(issue, 'resolved') !== null;
}

/** The issue at the end of a chain of duplicates; the issue itself when it duplicates none. */
function duplicateRoot(tx: Transaction, issue: Id): Value {
  const end = findLinkEnd(tx, 'duplicates');
  const seen = new Set<Id>();
  let root = issue;
  while (end !== undefined && !seen.has(root)) {
    seen.add(root);
    root = linkedIssues(tx, root, end)[0] ?? root;
  }
  return { ref: root };
}

/** The form of YouTrack's permalinks to comments. */
function commentUrl({ change }: Execution, comment: Id): Value {
  const [issue] = idsIn(change.tx.get(comment, 'issue'));
  const issueId = issue === undefined ? '' : String(change.tx.get(issue, 'id'));
  return `${change.sandbox.baseUrl()}/issue/${issueId}#focus=Comments-${comment}.0-0`;
}

function first(value: Value): Value {
  const [id] = idsIn(value);
  return id === undefined ? null : { ref: id };
}
