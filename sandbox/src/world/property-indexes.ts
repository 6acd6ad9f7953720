import type { EntityRecord } from './entity-record.ts';
import { PropertyIndex } from './property-index.ts';
import type { Value } from './transaction.ts';

/**
 * The indexes of a store, by entity type and property. An index comes into being with the first question; those of
 * extension properties grow with the first write, because these are few and sparse: asking for one must never look
 * at every entity.
 */
export class PropertyIndexes {
  readonly #byType = new Map<string, Map<string, PropertyIndex>>();
  readonly #recordsOf: (type: string) => Iterable<EntityRecord>;

  constructor(recordsOf: (type: string) => Iterable<EntityRecord>) {
    this.#recordsOf = recordsOf;
  }

  /** The index to answer a question with, undefined when no entity of the type can have the property. */
  forQuestion(type: string, property: string): PropertyIndex | undefined {
    const known = this.#byType.get(type)?.get(property);
    if (known !== undefined || isIndexedFromTheStart(property)) return known;
    return this.#add(type, property, new PropertyIndex(property, this.#recordsOf(type)));
  }

  /** Takes note of a value that an entity has from now on. */
  note(record: EntityRecord, property: string, value: Value): void {
    const known = this.#byType.get(record.type)?.get(property);
    if (known !== undefined) known.add(record, value);
    else if (isIndexedFromTheStart(property))
      this.#add(record.type, property, new PropertyIndex(property, [])).add(record, value);
  }

  /** Forgets a value that no snapshot sees any more. */
  forget(record: EntityRecord, property: string, value: Value): void {
    this.#byType.get(record.type)?.get(property)?.forget(record, value);
  }

  /** Forgets an entity that no snapshot sees any more. */
  forgetRecord(record: EntityRecord): void {
    for (const index of this.#byType.get(record.type)?.values() ?? []) index.forgetRecord(record);
  }

  /** The properties of a type that are indexed so far. */
  propertiesOf(type: string): string[] {
    return [...(this.#byType.get(type)?.keys() ?? [])];
  }

  #add(type: string, property: string, index: PropertyIndex): PropertyIndex {
    const ofType = this.#byType.get(type) ?? new Map<string, PropertyIndex>();
    this.#byType.set(type, ofType.set(property, index));
    return index;
  }
}

function isIndexedFromTheStart(property: string): boolean {
  return property.startsWith('ext:');
}
