import type { Id, Transaction } from '../../world/transaction.ts';
import { idsIn } from '../../world/values.ts';

/** A property as text; empty when unset. */
export function textOf(tx: Transaction, id: Id, property: string): string {
  const value = tx.get(id, property);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A property as a number; 0 when unset. */
export function numberOf(tx: Transaction, id: Id, property: string): number {
  const value = tx.get(id, property);
  return typeof value === 'number' ? value : 0;
}

/** The entity a property refers to. */
export function targetOf(tx: Transaction, id: Id, property: string): Id | undefined {
  return idsIn(tx.get(id, property))[0];
}
