import type { Id, Transaction, Value } from '../../world/transaction.ts';
import type { RestEntity, RestValue } from './present.ts';
import type { Subject } from './scope.ts';

/** An attribute that is stored as it is shown; `property` when the world names it otherwise. */
export function scalar(property: string): (subject: Subject) => RestValue {
  return ({ tx, id }) => {
    const value = tx.get(id, property);
    return typeof value === 'object' ? null : value;
  };
}

/** An attribute that is true or false, and false when unset. */
export function flag(property: string): (subject: Subject) => boolean {
  return ({ tx, id }) => tx.get(id, property) === true;
}

/** An attribute that refers to another entity. */
export function reference(property: string): (subject: Subject) => RestEntity | null {
  return ({ tx, id, show }) => {
    const target = targetOf(tx, id, property);
    return target === undefined ? null : show(target);
  };
}

/** An attribute that holds several entities. */
export function references(property: string): (subject: Subject) => RestEntity[] {
  return ({ tx, id, show }) => targetsOf(tx, id, property).map(show);
}

/** The entity a property refers to. */
export function targetOf(tx: Transaction, id: Id, property: string): Id | undefined {
  return toIds(tx.get(id, property))[0];
}

/** The entities a property refers to. */
export function targetsOf(tx: Transaction, id: Id, property: string): Id[] {
  return toIds(tx.get(id, property));
}

function toIds(value: Value): Id[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('ref' in value) return [value.ref];
  return value.flatMap((item) => (typeof item === 'string' ? [] : [item.ref]));
}
