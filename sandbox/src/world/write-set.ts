import type { Id, Value } from './transaction.ts';

/** What one transaction wants to change. Only what was written is in it, so a commit replaces nothing else. */
export interface WriteSet {
  readonly created: readonly CreatedEntity[];
  readonly changed: readonly ChangedEntity[];
  readonly removed: readonly Id[];
}

export interface CreatedEntity {
  readonly id: Id;
  readonly type: string;
  readonly values: Readonly<Record<string, Value>>;
}

export interface ChangedEntity {
  readonly id: Id;
  readonly values: Readonly<Record<string, Value>>;
}

export function isEmpty(writes: WriteSet): boolean {
  return writes.created.length + writes.changed.length + writes.removed.length === 0;
}
