import type { PropertyChange } from './property-change.ts';
import type { EntityGroup, Id, Value } from './transaction.ts';

/** What one transaction has done, as operations that can be done again on newer data than it has seen. */
export interface WriteSet {
  readonly created: readonly CreatedEntity[];
  /** Entities that were to be created and were there already, alike (see `setLike`): they are to be there afterwards. */
  readonly ensured: readonly CreatedEntity[];
  readonly changed: readonly ChangedProperties[];
  readonly removed: readonly RemovedEntity[];
  /** Sets of entities that were emptied, with whatever others have added to them meanwhile. */
  readonly emptied: readonly EntityGroup[];
}

export interface CreatedEntity {
  readonly id: Id;
  readonly type: string;
  readonly values: Readonly<Record<string, Value>>;
}

export interface ChangedProperties {
  readonly id: Id;
  readonly type: string;
  readonly changes: Readonly<Record<string, PropertyChange>>;
}

export interface RemovedEntity {
  readonly id: Id;
  readonly type: string;
}
