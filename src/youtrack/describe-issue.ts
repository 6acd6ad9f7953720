import type { Issue, User } from '@jetbrains/youtrack-scripting-api/entities';
import type { EntityFacts, FieldNames } from '../ports/youtrack.ts';
import type { NamedValue } from '../protocol/answers.ts';
import { describeDocument } from './describe-document.ts';
import { findNumber, findText, isTrue, readMember, toList } from './host-values.ts';
import { readTrackerIdentity } from './store.ts';

/** What an issue says of itself to somebody, with the custom fields named; those this user may not read are left out. */
export function describeIssue(issue: Issue, user: User, names?: FieldNames): EntityFacts {
  const facts = { ...describeDocument(issue), isResolved: isTrue(issue.isResolved) };
  return names === undefined ? facts : { ...facts, ...describeFields(issue, user, names) };
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

/** The API looks past the rights on private fields, so these are asked for wherever there is a value. */
function createFieldReader({ fields }: Issue, user: User): (name: string | undefined) => unknown {
  return (name) => {
    const value = name === undefined ? undefined : (fields[name] ?? undefined);
    return name === undefined || value === undefined || !fields.canBeReadBy(name, user) ? undefined : value;
  };
}

/** The value of a custom field as Tracker's `{name, description?}`; undefined when there is nothing to show. */
function toNamedValue(value: unknown): NamedValue | undefined {
  const values = toList(value)
    .map(toSingleValue)
    .filter((one) => one !== undefined);
  const [first] = values;
  if (first === undefined || values.length === 1) return first;
  return { name: values.map(({ name }) => name).join(', ') };
}

/** Values of lists have a name, users a visible name; texts and numbers stand for themselves. */
function toSingleValue(value: unknown): NamedValue | undefined {
  const name =
    findText(value) ??
    findNumber(value)?.toString() ??
    findText(readMember(value, 'name')) ??
    findText(readMember(value, 'visibleName'));
  if (name === undefined) return undefined;
  const description = findText(readMember(value, 'description'));
  return { name, ...(description && { description }) };
}
