import type { Article, Issue, Project, User } from '@jetbrains/youtrack-scripting-api/entities';
import type { EntityFacts, FieldNames } from '../ports/ports.ts';
import { firstValue, toNamedValue } from './field-values.ts';
import { readTrackerIdentity } from './tracker-identity.ts';

/** What an issue says of itself to somebody; values of fields that this user may not read are left out. */
export function describeIssue(issue: Issue, names: FieldNames, user: User): EntityFacts {
  const read = createFieldReader(issue, user);
  const status = toNamedValue(read(names.status));
  const assignee = readTrackerIdentity(firstValue(read(names.assignee)));
  const deadlineAt = read(names.deadline);
  return {
    ...describeDocument(issue),
    isResolved: issue.isResolved,
    ...(status && { status }),
    ...(assignee && { assignee }),
    ...(typeof deadlineAt === 'number' && { deadlineAt }),
  };
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
  return { ...summarize(summary), ...(typeof updated === 'number' && { updatedAt: updated }) };
}

function summarize(summary: string | null | undefined): EntityFacts {
  return typeof summary === 'string' && summary.trim() !== '' ? { summary } : {};
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
