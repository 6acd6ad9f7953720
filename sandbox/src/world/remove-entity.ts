import { belongingsOf } from './constraints.ts';
import type { Id, Transaction } from './transaction.ts';

/** Removes an entity and all that belongs to it. Other references to it read as unset from now on. */
export function removeEntity(tx: Transaction, entity: Id): void {
  const type = tx.typeOf(entity);
  if (type === undefined) return;
  for (const [partType, property] of belongingsOf(type))
    for (const part of tx.find(partType, property, { ref: entity })) removeEntity(tx, part);
  tx.remove(entity);
}
