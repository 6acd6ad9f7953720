import type { Id, Ref, Value } from './transaction.ts';

/** What an index files a value under: texts without their letter case, references by id, the rest as it is. */
export type IndexKey = string | number | boolean;

/** Longer texts are filed under their beginning alone, so that an index does not keep a second copy of them. */
const maxIndexedLength = 128;

/** A text without its letter case: two texts are the same name when these are equal. */
export function foldCase(text: string): string {
  return text.toLowerCase();
}

export function isRef(value: unknown): value is Ref {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'ref' in value;
}

export function isList(value: Value): value is readonly Ref[] | readonly string[] {
  return Array.isArray(value);
}

/** The members of a value that stands for a set, a single value as a set of one, none for `null`. */
export function membersOf(value: Value): readonly (string | number | boolean | Ref)[] {
  if (value === null) return [];
  return isList(value) ? value : [value];
}

/** The ids a value refers to: one, several or none. */
export function idsIn(value: Value): Id[] {
  const ids: Id[] = [];
  for (const member of membersOf(value)) if (isRef(member)) ids.push(member.ref);
  return ids;
}

export function toIndexKey(member: string | number | boolean | Ref): IndexKey {
  if (typeof member === 'string') return foldCase(member.slice(0, maxIndexedLength));
  return isRef(member) ? `\u0000${member.ref}` : member;
}

/** Whether `find` takes a stored value for the one asked for: equal, or a set that contains it. */
export function matches(stored: Value, wanted: Value): boolean {
  if (isList(wanted)) return sameMembers(membersOf(stored), wanted);
  if (wanted === null) return stored === null;
  return isList(stored) ? stored.some((member) => sameScalar(member, wanted)) : sameScalar(stored, wanted);
}

/** A value as the store keeps it: cut loose from the caller's arrays, each member of a set once, no empty sets. */
export function toStored(value: Value): Value {
  if (isRef(value)) return { ref: value.ref };
  if (!isList(value)) return value;
  const texts = new Set<string>();
  const ids = new Set<Id>();
  for (const member of value) {
    if (isRef(member)) ids.add(member.ref);
    else texts.add(member);
  }
  if (ids.size > 0) return [...ids].map((ref) => ({ ref }));
  return texts.size > 0 ? [...texts] : null;
}

/** Whether two elements of a set are the same one. */
export function sameMember(left: Value, right: Value): boolean {
  return isRef(left) && isRef(right) ? left.ref === right.ref : left === right;
}

/** Whether two stored values are equal; sets in any order. */
export function sameValue(left: Value, right: Value): boolean {
  if (left === right) return true;
  const [one, other] = [membersOf(left), membersOf(right)];
  return one.length === other.length && one.every((member) => other.some((twin) => sameMember(member, twin)));
}

function sameScalar(left: Value, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string')
    return left === right || foldCase(left) === foldCase(right);
  if (isRef(left) && isRef(right)) return left.ref === right.ref;
  return left === right;
}

function sameMembers(left: readonly Value[], right: readonly Value[]): boolean {
  return left.length === right.length && right.every((one) => left.some((other) => sameScalar(other, one)));
}

/** A value without references to entities that are not there. */
export function withoutGone(value: Value, isKnown: (target: Id) => boolean): Value {
  if (isRef(value)) return isKnown(value.ref) ? value : null;
  if (!isList(value) || idsIn(value).every(isKnown)) return value;
  return idsIn(value)
    .filter(isKnown)
    .map((ref) => ({ ref }));
}

/** Ids by their running numbers. */
export function inOrderOfCreation(ids: Id[]): Id[] {
  const isInOrder = ids.every((id, at) => at === 0 || numberOf(ids[at - 1] ?? '') < numberOf(id));
  return isInOrder ? ids : ids.sort((left, right) => numberOf(left) - numberOf(right));
}

function numberOf(id: Id): number {
  return Number(id.slice(id.indexOf('-') + 1));
}
