import { callHost } from './bridge.ts';
import { currentGeneration, findReference, noteChange, wrapEntity } from './entity.ts';
import { type EntityRef, kindOf, type Primitive, readEntities, writeEntity } from './wire.ts';

/** Where a set's elements come from: a property of an entity, or a fixed list (a search result). */
export type SetSource =
  | { readonly elements: readonly EntityRef[] }
  | { readonly owner: EntityRef; readonly property: string };

/**
 * YouTrack's own Set, as the scripting reference describes it: ordered, unique by entity. A set that is an entity's
 * property is live; a search result is a list of its own. Elements become objects when they are looked at. Neither `for…of`
 * nor spread is documented, and so neither works.
 */
export class EntitySet {
  readonly #owner: EntityRef | undefined;
  readonly #property: string;
  #elements: readonly EntityRef[];
  #generation = -1;

  constructor(source: SetSource) {
    this.#owner = 'owner' in source ? source.owner : undefined;
    this.#property = 'owner' in source ? source.property : '';
    this.#elements = 'owner' in source ? [] : source.elements;
  }

  get size(): number {
    return this.references().length;
  }

  /** What this transaction added to the property; of a list that is no property, nothing. */
  get added(): EntitySet {
    return this.#difference('added');
  }

  get removed(): EntitySet {
    return this.#difference('removed');
  }

  get isChanged(): boolean {
    return this.added.size > 0 || this.removed.size > 0;
  }

  isEmpty(): boolean {
    return this.size === 0;
  }

  isNotEmpty(): boolean {
    return this.size > 0;
  }

  first(): unknown {
    return this.get(0);
  }

  last(): unknown {
    return this.get(this.size - 1);
  }

  /** The element at a position, `null` past the end. */
  get(index: number): unknown {
    const reference = this.references()[index];
    return reference === undefined ? null : wrapEntity(reference);
  }

  has(element: unknown): boolean {
    const id = findReference(element)?.id;
    return this.references().some((reference) => reference.id === id);
  }

  /** The first element the predicate accepts, else `undefined`. */
  find(predicate: (element: unknown) => unknown): unknown {
    for (const reference of this.references()) {
      const element = wrapEntity(reference);
      if (predicate(element)) return element;
    }
    return undefined;
  }

  forEach(visitor: (element: unknown) => void): void {
    for (const reference of this.references()) visitor(wrapEntity(reference));
  }

  map(visitor: (element: unknown, index: number, set: EntitySet) => unknown): unknown[] {
    return this.references().map((reference, index) => visitor(wrapEntity(reference), index, this));
  }

  /** A copy of a part as an array; unlike an array's, a negative start counts as 0. */
  slice(start = 0, end?: number): unknown[] {
    return this.references().slice(Math.max(0, start), end).map(wrapEntity);
  }

  add(element: unknown): void {
    this.#write('set.add', element);
  }

  delete(element: unknown): void {
    this.#write('set.delete', element);
  }

  clear(): void {
    if (this.#owner === undefined) this.#elements = [];
    else this.#write('set.clear', undefined);
  }

  /** The same as `values()`: an object with `next()`. Elements may be changed on the way. */
  entries(): Iterator<unknown> {
    return this.values();
  }

  values(): Iterator<unknown> {
    let index = 0;
    return {
      next: () => {
        const reference = this.references()[index];
        if (reference === undefined) return { done: true, value: null };
        index += 1;
        return { done: false, value: wrapEntity(reference) };
      },
    };
  }

  /** For the platform: the entities in it now. */
  references(): readonly EntityRef[] {
    if (this.#owner === undefined || this.#generation === currentGeneration()) return this.#elements;
    this.#elements = readList('set.get', this.#owner, this.#property);
    this.#generation = currentGeneration();
    return this.#elements;
  }

  #difference(side: 'added' | 'removed'): EntitySet {
    if (this.#owner === undefined) return new EntitySet({ elements: [] });
    return new EntitySet({ elements: readList(`set.${side}`, this.#owner, this.#property) });
  }

  #write(operation: string, element: unknown): void {
    if (this.#owner === undefined) {
      this.#writeList(operation, element);
      return;
    }
    noteChange();
    callHost(
      operation,
      writeEntity(this.#owner.type, this.#owner.id),
      this.#property,
      elementToWire(element),
    );
  }

  #writeList(operation: string, element: unknown): void {
    const reference = findReference(element);
    if (reference === undefined) throw new TypeError('Only entities can be elements of a set');
    const others = this.#elements.filter(({ id }) => id !== reference.id);
    this.#elements = operation === 'set.add' ? [...others, reference] : others;
  }
}

function readList(operation: string, owner: EntityRef, property: string): EntityRef[] {
  const answer = callHost(operation, writeEntity(owner.type, owner.id), property);
  return kindOf(answer) === 'entities' ? readEntities(String(answer)) : [];
}

/** What is no entity goes as nothing: the host refuses it and says what the set takes. */
function elementToWire(element: unknown): Primitive {
  const reference = findReference(element);
  return reference === undefined ? undefined : writeEntity(reference.type, reference.id);
}
