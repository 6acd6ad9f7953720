import type { Id } from '../../world/transaction.ts';

/** What came or went: a text, a number, a flag, or an entity by its id, with the name it had then. */
export type ActivityPart =
  | string
  | number
  | boolean
  | { readonly ref: Id; readonly type: string; readonly name: string };

/** One thing that was done to an issue or article. */
export interface Activity {
  readonly id: string;
  readonly category: string;
  readonly target: Id;
  readonly author: Id | undefined;
  /** Epoch milliseconds. */
  readonly timestamp: number;
  /** What was changed: a custom field's name, a link's name, a property. */
  readonly member: string;
  readonly added: readonly ActivityPart[];
  readonly removed: readonly ActivityPart[];
}
