import type { Id, Value } from './transaction.ts';

/** A value as it was until a commit replaced it. */
export interface Superseded {
  /** The version whose commit replaced the value: snapshots older than it still see it. */
  readonly until: number;
  readonly value: Value;
}

/**
 * One stored entity: its newest values, and beside them the older ones that a running transaction may still look
 * at. Plain objects throughout, since a world has hundreds of thousands of these.
 */
export interface EntityRecord {
  readonly id: Id;
  readonly type: string;
  /** The running number within the type: entities of a type are listed in its order. */
  readonly number: number;
  readonly createdAt: number;
  /** The version that removed it, infinity while it is there. */
  removedAt: number;
  readonly values: Record<string, Value>;
  history: Map<string, Superseded[]> | undefined;
}

/** Whether a snapshot taken at a version has the entity. */
export function isThere(record: EntityRecord, snapshot: number): boolean {
  return record.createdAt <= snapshot && record.removedAt > snapshot;
}

/** The value of a property as a snapshot sees it, `null` when unset. */
export function readAsOf(record: EntityRecord, property: string, snapshot: number): Value {
  const older = record.history?.get(property)?.find(({ until }) => until > snapshot);
  return older === undefined ? newestOf(record, property) : older.value;
}

export function newestOf(record: EntityRecord, property: string): Value {
  return Object.hasOwn(record.values, property) ? (record.values[property] ?? null) : null;
}

/** Every value of a property that some running transaction may see. */
export function valuesInUse(record: EntityRecord, property: string): Value[] {
  const older = record.history?.get(property) ?? [];
  return [newestOf(record, property), ...older.map(({ value }) => value)];
}
