import type { Id, Transaction, Value } from './transaction.ts';
import { foldCase, idsIn } from './values.ts';

/** The entity types of projects' custom fields. */
export const projectFieldTypes = [
  'BundleProjectCustomField',
  'UserProjectCustomField',
  'GroupProjectCustomField',
  'SimpleProjectCustomField',
  'PeriodProjectCustomField',
  'TextProjectCustomField',
] as const;

/** The entity types of the values that custom fields offer. */
export const projectFieldValueTypes = [
  'State',
  'EnumField',
  'ProjectVersion',
  'OwnedField',
  'Build',
] as const;

/** A project's custom fields, in the project's order. */
export function fieldsOf(tx: Transaction, project: Id): Id[] {
  return byOrdinal(
    tx,
    projectFieldTypes.flatMap((type) => tx.find(type, 'project', { ref: project })),
  );
}

/** A project's custom field by name, in any letter case. */
export function findField(tx: Transaction, project: Id, name: string): Id | undefined {
  return fieldsOf(tx, project).find((field) => hasName(tx, field, name));
}

/** The issue property that holds a custom field's value. */
export function fieldProperty(tx: Transaction, field: Id): string {
  return `field:${String(tx.get(field, 'name'))}`;
}

/** What a custom field offers, in its order, archived values too. None for simple, user and group fields. */
export function valuesOf(tx: Transaction, field: Id): Id[] {
  return byOrdinal(
    tx,
    projectFieldValueTypes.flatMap((type) => tx.find(type, 'projectField', { ref: field })),
  );
}

/** A value of a custom field by name, in any letter case. */
export function findFieldValue(tx: Transaction, field: Id, name: string): Id | undefined {
  return valuesOf(tx, field).find((value) => hasName(tx, value, name));
}

/**
 * Sets a custom field of an issue and, when it is a state field, whether and since when the issue is resolved: it
 * is while all of its state fields with a value have a resolved one.
 */
export function setField(
  tx: Transaction,
  { issue, field, value, now }: { issue: Id; field: Id; value: Value; now: number },
): void {
  tx.set(issue, fieldProperty(tx, field), value);
  if (tx.get(field, 'fieldKind') === 'state') updateResolved(tx, issue, now);
}

/** Whether an issue with these values in its state fields is resolved: it is when all of them are resolved ones. */
export function areResolved(states: readonly boolean[]): boolean {
  return states.length > 0 && states.every((isResolved) => isResolved);
}

/** Adds a value to a custom field that has several, or takes one out. */
export function setFieldMember(
  tx: Transaction,
  { issue, field, member, mode }: { issue: Id; field: Id; member: Id; mode: 'add' | 'delete' },
): void {
  tx[mode](issue, fieldProperty(tx, field), { ref: member });
}

/** Makes an issue's `resolved` time agree with its state. */
export function updateResolved(tx: Transaction, issue: Id, now: number): void {
  const [project] = idsIn(tx.get(issue, 'project'));
  if (project === undefined) return;
  const states = fieldsOf(tx, project)
    .filter((field) => tx.get(field, 'fieldKind') === 'state')
    .flatMap((field) => idsIn(tx.get(issue, fieldProperty(tx, field))));
  const isResolved = areResolved(states.map((state) => tx.get(state, 'isResolved') === true));
  const wasResolved = tx.get(issue, 'resolved') !== null;
  if (isResolved !== wasResolved) tx.set(issue, 'resolved', isResolved ? now : null);
}

function hasName(tx: Transaction, entity: Id, name: string): boolean {
  return foldCase(String(tx.get(entity, 'name'))) === foldCase(name);
}

function byOrdinal(tx: Transaction, entities: Id[]): Id[] {
  const ordinal = (entity: Id) => Number(tx.get(entity, 'ordinal') ?? 0);
  return entities.sort((left, right) => ordinal(left) - ordinal(right));
}
