import type { Sandbox } from '../../ports/sandbox.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import type { RestEntity } from './present.ts';

/** In whose eyes and in which transaction entities are shown. */
export interface Scope {
  readonly sandbox: Sandbox;
  readonly tx: Transaction;
  readonly user: Id;
  /** Shows any entity of the world, by its type. */
  readonly show: (id: Id) => RestEntity;
}

/** One entity of the world, to be shown. */
export interface Subject extends Scope {
  readonly id: Id;
}
