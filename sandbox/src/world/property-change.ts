import type { Member, Ref, Value } from './transaction.ts';
import { isList, membersOf, sameMember, toStored } from './values.ts';

/**
 * What one transaction does to one property, so that it can be done again to whatever is there by the time it commits:
 * a value put in the place of any other, or elements that come and go while all others stay.
 */
export type PropertyChange =
  | { readonly kind: 'replace'; readonly value: Value }
  | { readonly kind: 'members'; readonly added: readonly Member[]; readonly removed: readonly Member[] };

/** Does a change to the value that is there. */
export function applyChange(value: Value, change: PropertyChange): Value {
  if (change.kind === 'replace') return change.value;
  const members = membersOf(value);
  const kept = members.filter((member) => !includes(change.removed, member));
  const fresh = change.added.filter((member) => !includes(kept, member));
  if (kept.length === members.length && fresh.length === 0) return value;
  return toList([...kept, ...fresh]);
}

/** Two changes one after another, as one. */
export function composeChanges(first: PropertyChange | undefined, second: PropertyChange): PropertyChange {
  if (first === undefined || second.kind === 'replace') return second;
  if (first.kind === 'replace') return { kind: 'replace', value: applyChange(first.value, second) };
  return {
    kind: 'members',
    added: [...without(first.added, second.removed), ...without(second.added, first.added)],
    removed: [...without(first.removed, second.added), ...without(second.removed, first.removed)],
  };
}

/** The change that a write of a whole value is: a set over a set says which elements come and go, all else replaces. */
export function changeTo(before: Value, after: Value): PropertyChange {
  const isSet = isList(after) && (before === null || isList(before));
  if (!isSet) return { kind: 'replace', value: toStored(after) };
  const [old, fresh] = [membersOf(before), membersOf(toStored(after))];
  return {
    kind: 'members',
    added: without(fresh, old).filter(isMember),
    removed: without(old, fresh).filter(isMember),
  };
}

function toList(members: readonly (Member | number | boolean)[]): Value {
  const refs = members.filter((member): member is Ref => typeof member === 'object');
  return toStored(refs.length > 0 ? refs : members.filter((member) => typeof member === 'string'));
}

function without<T extends Value>(members: readonly T[], others: readonly Value[]): T[] {
  return members.filter((member) => !includes(others, member));
}

function includes(members: readonly Value[], wanted: Value): boolean {
  return members.some((member) => sameMember(member, wanted));
}

function isMember(value: Member | number | boolean): value is Member {
  return typeof value === 'string' || typeof value === 'object';
}
