import type { Id, Transaction } from '../../world/transaction.ts';
import type { ProjectView } from '../views.ts';
import { targetOf, textOf } from './properties.ts';
import { readPerson } from './read-person.ts';

export function readProject(tx: Transaction, id: Id): ProjectView {
  return {
    id,
    key: textOf(tx, id, 'key'),
    name: textOf(tx, id, 'name'),
    description: textOf(tx, id, 'description'),
    leader: readPerson(tx, targetOf(tx, id, 'leader')),
    isArchived: tx.get(id, 'isArchived') === true,
  };
}
