import { type EntityRecord, valuesInUse } from './entity-record.ts';
import type { Value } from './transaction.ts';
import { type IndexKey, membersOf, toIndexKey } from './values.ts';

/**
 * Finds the entities of one type by one property. It may name too many (values that only older snapshots see, long
 * texts with the same beginning), never too few; whoever asks looks at the value again. A key with one entity holds
 * the entity itself: a set for each of 100,000 issue ids would cost more than the issues.
 */
export class PropertyIndex {
  readonly #byKey = new Map<IndexKey, EntityRecord | Set<EntityRecord>>();
  readonly #property: string;

  constructor(property: string, records: Iterable<EntityRecord>) {
    this.#property = property;
    for (const record of records) for (const value of valuesInUse(record, property)) this.add(record, value);
  }

  add(record: EntityRecord, value: Value): void {
    for (const member of membersOf(value)) this.#addKey(toIndexKey(member), record);
  }

  /** Forgets a value that no snapshot sees any more, unless the entity has the same again. */
  forget(record: EntityRecord, value: Value): void {
    const gone = new Set(membersOf(value).map(toIndexKey));
    for (const used of valuesInUse(record, this.#property))
      for (const member of membersOf(used)) gone.delete(toIndexKey(member));
    for (const key of gone) this.#deleteKey(key, record);
  }

  /** Forgets an entity that no snapshot sees any more. */
  forgetRecord(record: EntityRecord): void {
    for (const value of valuesInUse(record, this.#property))
      for (const member of membersOf(value)) this.#deleteKey(toIndexKey(member), record);
  }

  candidates(member: Parameters<typeof toIndexKey>[0]): Iterable<EntityRecord> {
    const found = this.#byKey.get(toIndexKey(member));
    if (found === undefined) return [];
    return found instanceof Set ? found : [found];
  }

  /** Every entity that has the property, in no order; some may be named more than once. */
  *everything(): Iterable<EntityRecord> {
    for (const found of this.#byKey.values()) {
      if (found instanceof Set) yield* found;
      else yield found;
    }
  }

  #addKey(key: IndexKey, record: EntityRecord): void {
    const found = this.#byKey.get(key);
    if (found === undefined) this.#byKey.set(key, record);
    else if (found instanceof Set) found.add(record);
    else if (found !== record) this.#byKey.set(key, new Set([found, record]));
  }

  #deleteKey(key: IndexKey, record: EntityRecord): void {
    const found = this.#byKey.get(key);
    if (found === record) this.#byKey.delete(key);
    if (!(found instanceof Set)) return;
    found.delete(record);
    if (found.size === 0) this.#byKey.delete(key);
  }
}
