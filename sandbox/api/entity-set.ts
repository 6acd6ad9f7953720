import { callHost } from './bridge.ts';
import { fromWire, toWire } from './codec.ts';
import { currentGeneration, findReference, noteChange } from './entity.ts';
import { type EntityRef, writeEntity } from './wire.ts';

/** Where a set's elements come from: a property of an entity, or a fixed list (a search result). */
export type SetSource =
  | { readonly elements: readonly unknown[] }
  | { readonly owner: EntityRef; readonly property: string };

/**
 * YouTrack's own Set, as the scripting reference describes it: ordered, unique by entity. A set that is an entity's
 * property is live; a search result is a list of its own.
 */
export class EntitySet {
  readonly #owner: EntityRef | undefined;
  readonly #property: string;
  #elements: unknown[];
  #generation = -1;

  constructor(source: SetSource) {
    this.#owner = 'owner' in source ? source.owner : undefined;
    this.#property = 'owner' in source ? source.property : '';
    this.#elements = 'owner' in source ? [] : [...source.elements];
  }

  get size(): number {
    return this.#load().length;
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
    return this.#load()[index] ?? null;
  }

  has(element: unknown): boolean {
    return this.#load().some((known) => isSame(known, element));
  }

  /** The first element the predicate accepts, else `undefined`. */
  find(predicate: (element: unknown) => unknown): unknown {
    return this.#load().find((element) => predicate(element));
  }

  forEach(visitor: (element: unknown) => void): void {
    for (const element of this.#load()) visitor(element);
  }

  map(visitor: (element: unknown, index: number, set: EntitySet) => unknown): unknown[] {
    return this.#load().map((element, index) => visitor(element, index, this));
  }

  /** A copy of a part as an array; unlike an array's, a negative start counts as 0. */
  slice(start = 0, end?: number): unknown[] {
    return this.#load().slice(Math.max(0, start), end);
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
        const elements = this.#load();
        if (index >= elements.length) return { done: true, value: null };
        index += 1;
        return { done: false, value: elements[index - 1] };
      },
    };
  }

  /** For the platform: the entities in it. */
  references(): EntityRef[] {
    return this.#load()
      .map(findReference)
      .filter((reference) => reference !== undefined);
  }

  #load(): unknown[] {
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
      this.#elements = this.#elements.filter((known) => !isSame(known, element));
      if (operation === 'set.add') this.#elements.push(element);
      return;
    }
    noteChange();
    callHost(operation, writeEntity(this.#owner.type, this.#owner.id), this.#property, toWire(element));
  }
}

function readList(operation: string, owner: EntityRef, property: string): unknown[] {
  const answer = fromWire(callHost(operation, writeEntity(owner.type, owner.id), property));
  return answer instanceof EntitySet ? answer.slice() : [];
}

function isSame(left: unknown, right: unknown): boolean {
  const id = findReference(left)?.id;
  return id === undefined ? left === right : id === findReference(right)?.id;
}
