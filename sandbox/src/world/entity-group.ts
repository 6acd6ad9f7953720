import { setLike } from './constraints.ts';
import type { EntityGroup, Id, Ref, Transaction, Value } from './transaction.ts';
import { isRef, matches } from './values.ts';

/** The entities of a group as a transaction sees it. */
export function findGroup(tx: Transaction, { type, where }: EntityGroup): Id[] {
  const [first, ...others] = Object.entries(where);
  if (first === undefined) return [];
  return tx
    .find(type, ...first)
    .filter((id) => others.every(([property, value]) => matches(tx.get(id, property), value)));
}

/** The entity that stands for the same element of a set already; undefined for types that are no sets (`setLike`). */
export function findAlike(
  tx: Transaction,
  type: string,
  properties: Readonly<Record<string, Value>>,
): Id | undefined {
  return findGroup(tx, { type, where: likeness(type, properties) })[0];
}

/** What entities of a type that agree in it are the same element of a set by; nothing where the type is no set. */
export function likeness(type: string, properties: Readonly<Record<string, Value>>): Record<string, Ref> {
  const where: Record<string, Ref> = {};
  for (const property of setLike[type] ?? []) {
    const value = properties[property] ?? null;
    if (isRef(value)) where[property] = value;
  }
  return where;
}
