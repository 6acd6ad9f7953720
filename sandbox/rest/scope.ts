import type { Sandbox } from '../dispatch/sandbox.ts';
import type { Id, Transaction } from '../world/transaction.ts';

/** In whose eyes and in which transaction entities are shown. */
export interface Scope {
  readonly sandbox: Sandbox;
  readonly tx: Transaction;
  readonly user: Id;
}

/** One entity of the world, to be shown. */
export interface Subject extends Scope {
  readonly id: Id;
}
