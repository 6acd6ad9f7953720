import { canSee } from '../../world/access.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import type { Viewer } from '../viewer.ts';
import type { ItemView } from '../views.ts';
import { readItem } from './read-links.ts';

const maxListed = 50;

/** The newest of some issues or articles that the viewer may see, oldest first. */
export function readNewest(tx: Transaction, viewer: Viewer, ids: Iterable<Id>): readonly ItemView[] {
  const newest: ItemView[] = [];
  for (const id of [...ids].reverse()) {
    if (newest.length === maxListed) break;
    if (canSee(tx, viewer.id, id)) newest.push(readItem(tx, id));
  }
  return newest.reverse();
}
