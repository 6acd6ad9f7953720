import type { Id } from '../../world/transaction.ts';

/** Whether an issue is meant by one part of a query. */
export type Condition = (issue: Id) => boolean;

export interface SortKey {
  /** What orders two issues; texts, numbers, `null` last. */
  readonly read: (issue: Id) => string | number | null;
  readonly isDescending: boolean;
}

/** A query, understood: all conditions hold for an issue it finds. */
export interface Query {
  readonly conditions: readonly Condition[];
  readonly sort: readonly SortKey[];
  /** The only issues it can find, when the query names some (`issue id:`) or an index knows them. */
  readonly candidates?: readonly Id[];
}
