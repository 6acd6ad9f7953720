import type { Article, Issue, Project, User } from '@jetbrains/youtrack-scripting-api/entities';
import type { EntityFacts, FieldNames } from '../ports/youtrack.ts';
import { toNamedValue } from './field-values.ts';
import { findNumber, findText, toList } from './host-values.ts';
import { readTrackerIdentity } from './store.ts';

/** What an issue says of itself to somebody, with the custom fields named; those this user may not read are left out. */
export function describeIssue(issue: Issue, user: User, names?: FieldNames): EntityFacts {
  const facts = { ...describeDocument(issue), isResolved: issue.isResolved };
  return names === undefined ? facts : { ...facts, ...describeFields(issue, user, names) };
}

/** An article's author stands where an issue's assignee does. */
export function describeArticle(article: Article): EntityFacts {
  const assignee = readTrackerIdentity(article.author);
  return { ...describeDocument(article), ...(assignee && { assignee }) };
}

export function describeProject({ name, leader, isArchived }: Project): EntityFacts {
  const assignee = readTrackerIdentity(leader);
  return {
    ...summarize(name),
    ...(assignee && { assignee }),
    ...(isArchived && { status: { name: 'Archived' } }),
  };
}

export function describeUser({ visibleName, isBanned }: User): EntityFacts {
  return { ...summarize(visibleName), ...(isBanned && { status: { name: 'Banned' } }) };
}

function describeDocument({ summary, updated }: Pick<Issue, 'summary' | 'updated'>): EntityFacts {
  const updatedAt = findNumber(updated);
  return { ...summarize(summary), ...(updatedAt !== undefined && { updatedAt }) };
}

function summarize(value: unknown): EntityFacts {
  const summary = findText(value);
  return summary === undefined ? {} : { summary };
}

function describeFields(issue: Issue, user: User, names: FieldNames): EntityFacts {
  const read = createFieldReader(issue, user);
  const status = toNamedValue(read(names.status));
  const assignee = readTrackerIdentity(toList(read(names.assignee))[0]);
  const deadlineAt = findNumber(read(names.deadline));
  return {
    ...(status && { status }),
    ...(assignee && { assignee }),
    ...(deadlineAt !== undefined && { deadlineAt }),
  };
}

/**
 * Reads custom fields by their names, in any letter case. Asking the project first keeps us from reading a field it does not
 * have; the API itself looks past private fields' rights, so these are asked for wherever there is a value.
 */
function createFieldReader({ project, fields }: Issue, user: User): (name: string) => unknown {
  return (name) => {
    const field = project.findFieldByName(name);
    if (!field) return undefined;
    const { name: spelled } = field;
    const value = fields[spelled] ?? undefined;
    return value === undefined || fields.canBeReadBy(spelled, user) ? value : undefined;
  };
}
