import type { Id, Value } from './transaction.ts';
import type { CreatedEntity } from './write-set.ts';

/** The next version of the world: what a write set comes to on the newest data. This is what the state file keeps. */
export interface Commit {
  readonly created: readonly CreatedEntity[];
  readonly changed: readonly ChangedEntity[];
  readonly removed: readonly Id[];
}

export interface ChangedEntity {
  readonly id: Id;
  readonly values: Readonly<Record<string, Value>>;
}
