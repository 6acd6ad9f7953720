import { fieldProperty, fieldsOf, updateResolved } from './custom-fields.ts';
import { numberSequence } from './number-sequences.ts';
import type { Id, Ref, Transaction, Value } from './transaction.ts';
import { foldCase, idsIn } from './values.ts';

export interface NewIssue {
  readonly project: Id;
  readonly reporter: Id;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly summary: string;
  readonly description?: string;
  /** A draft has no number yet and is seen by its reporter alone. */
  readonly isDraft?: true;
}

/** Makes an issue with the default values of its project's custom fields. */
export function createIssue(
  tx: Transaction,
  { project, reporter, now, summary, description = '', isDraft }: NewIssue,
): Id {
  const properties = {
    project: { ref: project },
    summary,
    description: description === '' ? null : description,
    reporter: { ref: reporter },
    updatedBy: { ref: reporter },
    created: now,
    updated: now,
    ...defaultFieldValues(tx, project),
  };
  if (isDraft === true) return tx.create('Issue', { ...properties, isDraft });
  const issue = tx.create('Issue', { ...properties, ...nextReadableId(tx, 'Issue', project) });
  updateResolved(tx, issue, now);
  return issue;
}

/** Gives a draft its number: from now on it is an issue that others see. */
export function reportDraft(tx: Transaction, issue: Id, now: number): void {
  const [project] = idsIn(tx.get(issue, 'project'));
  if (project === undefined) throw new Error(`The draft ${issue} has no project`);
  setAll(tx, issue, { ...nextReadableId(tx, 'Issue', project), isDraft: null, created: now, updated: now });
  updateResolved(tx, issue, now);
}

/**
 * Moves an issue to another project: it gets the next number there, keeps answering to its former id, and keeps the
 * custom field values that the new project has too (by field name; bundle values by name). Others are dropped.
 */
export function moveIssue(
  tx: Transaction,
  { issue, project, now }: { issue: Id; project: Id; now: number },
): void {
  const [from] = idsIn(tx.get(issue, 'project'));
  if (from === project || from === undefined) return;
  const fields = movedFields(tx, issue, project);
  tx.add(issue, 'formerIds', String(tx.get(issue, 'id')));
  setAll(tx, issue, { ...fields, project: { ref: project }, updated: now });
  setAll(tx, issue, nextReadableId(tx, 'Issue', project));
  updateResolved(tx, issue, now);
}

/** The next free number of a project's issues or articles, and the readable id made of it. */
export function nextReadableId(
  tx: Transaction,
  type: 'Issue' | 'Article',
  project: Id,
): { id: string; numberInProject: number } {
  const numberInProject = tx.takeNumber(numberSequence(type, project));
  const infix = type === 'Article' ? '-A' : '';
  return { id: `${String(tx.get(project, 'key'))}${infix}-${numberInProject}`, numberInProject };
}

function defaultFieldValues(tx: Transaction, project: Id): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const field of fieldsOf(tx, project)) {
    const defaults = idsIn(
      tx.get(field, tx.get(field, 'fieldKind') === 'user' ? 'defaultUsers' : 'defaultValues'),
    );
    const [first] = defaults;
    if (first === undefined) continue;
    values[fieldProperty(tx, field)] =
      tx.get(field, 'multi') === true ? defaults.map((ref) => ({ ref })) : { ref: first };
  }
  return values;
}

/** What becomes of each custom field when an issue goes to another project. */
function movedFields(tx: Transaction, issue: Id, project: Id): Record<string, Value> {
  const targets = new Map(fieldsOf(tx, project).map((field) => [fieldProperty(tx, field), field]));
  const moved: Record<string, Value> = { ...defaultFieldValues(tx, project) };
  for (const property of tx.properties(issue, 'field:')) {
    const field = targets.get(property);
    const value = field === undefined ? null : counterpart(tx, field, tx.get(issue, property));
    if (value !== null) moved[property] = value;
    else moved[property] ??= null;
  }
  return moved;
}

/** A value in terms of another project's field, `null` when that has nothing like it. */
function counterpart(tx: Transaction, field: Id, value: Value): Value {
  const ids = idsIn(value);
  if (ids.length === 0) return value;
  const found = ids.flatMap((id): Ref[] => {
    const type = tx.typeOf(id) ?? '';
    if (type === 'User' || type === 'UserGroup' || type === 'ProjectTeam') return [{ ref: id }];
    const name = foldCase(String(tx.get(id, 'name')));
    const same = tx
      .find(type, 'projectField', { ref: field })
      .find((other) => foldCase(String(tx.get(other, 'name'))) === name);
    return same === undefined ? [] : [{ ref: same }];
  });
  if (found.length === 0) return null;
  return tx.get(field, 'multi') === true ? found : (found[0] ?? null);
}

function setAll(tx: Transaction, id: Id, values: Readonly<Record<string, Value>>): void {
  for (const [property, value] of Object.entries(values)) tx.set(id, property, value);
}
