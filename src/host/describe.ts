import type { Article, Issue, Project, User } from '@jetbrains/youtrack-scripting-api/entities';
import { firstValue, toNamedValue } from './field-values.ts';
import type { EntityFacts, FieldNames } from './ports.ts';
import { readTrackerIdentity } from './tracker-identity.ts';

/** What an issue says of itself to somebody; values of fields that this user may not read are left out. */
export function describeIssue(issue: Issue, names: FieldNames, user: User): EntityFacts {
  const status = toNamedValue(readField(issue, names.status, user));
  const assignee = readTrackerIdentity(firstValue(readField(issue, names.assignee, user)));
  const deadlineAt = readField(issue, names.deadline, user);
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
 * A custom field by its name, in any letter case. Asking the project first keeps us from reading a field it does not
 * have; the API itself looks past private fields' rights, so these are asked for as well.
 */
function readField({ project, fields }: Issue, name: string, user: User): unknown {
  const field = project.findFieldByName(name);
  if (!field || !fields.canBeReadBy(field.name, user)) return undefined;
  return fields[field.name];
}
