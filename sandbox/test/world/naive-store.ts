import { isDeepStrictEqual } from 'node:util';
import type { Id, Ref, Value } from '../../src/world/transaction.ts';

/** An entity of the naive store. */
interface NaiveEntity {
  readonly type: string;
  readonly values: Map<string, Value>;
}

type Entities = Map<Id, NaiveEntity>;

/**
 * The store as simply as it can be said: a transaction copies the whole world when it begins, and a commit does what
 * the transaction did, property by property, to whatever is there by then.
 */
export class NaiveStore {
  committed: Entities = new Map();

  begin(): NaiveTransaction {
    return new NaiveTransaction(copy(this.committed));
  }

  commit(tx: NaiveTransaction): void {
    for (const [id, { type, values }] of tx.created)
      this.committed.set(id, { type, values: new Map(values) });
    for (const [id, written] of tx.written)
      for (const [property, value] of written) this.committed.get(id)?.values.set(property, value);
    for (const id of tx.removed) this.committed.delete(id);
  }
}

export class NaiveTransaction {
  readonly created: Entities = new Map();
  readonly written = new Map<Id, Map<string, Value>>();
  readonly removed = new Set<Id>();
  readonly #before: Entities;
  readonly #now: Entities;

  constructor(entities: Entities) {
    this.#before = entities;
    this.#now = copy(entities);
  }

  ids(): Id[] {
    return [...this.#now.keys()];
  }

  typeOf(id: Id): string | undefined {
    return this.#now.get(id)?.type;
  }

  get(id: Id, property: string): Value {
    return valueIn(this.#now, id, property);
  }

  original(id: Id, property: string): Value {
    return valueIn(this.#before, id, property);
  }

  create(id: Id, type: string, values: Record<string, Value>): void {
    const entity = { type, values: new Map<string, Value>() };
    this.#now.set(id, entity);
    this.created.set(id, entity);
    for (const [property, value] of Object.entries(values)) this.set(id, property, value);
  }

  set(id: Id, property: string, given: Value): void {
    const value = Array.isArray(given) && given.length === 0 ? null : given;
    this.#now.get(id)?.values.set(property, value);
    const created = this.created.get(id);
    if (created !== undefined) return;
    this.written.set(id, (this.written.get(id) ?? new Map()).set(property, value));
  }

  remove(id: Id): void {
    if (!this.#now.delete(id)) return;
    if (!this.created.delete(id)) this.removed.add(id);
    this.written.delete(id);
  }

  all(type: string): Id[] {
    return this.ids().filter((id) => this.typeOf(id) === type);
  }

  find(type: string, property: string, value: Value): Id[] {
    return this.all(type).filter((id) => {
      const found = this.get(id, property);
      if (Array.isArray(value)) return isDeepStrictEqual(found, value);
      return Array.isArray(found) ? found.some((one) => isSame(one, value)) : isSame(found, value);
    });
  }
}

function isSame(left: Value, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string')
    return left.toLowerCase() === right.toLowerCase();
  return isDeepStrictEqual(left, right);
}

function valueIn(entities: Entities, id: Id, property: string): Value {
  const value = entities.get(id)?.values.get(property) ?? null;
  const isThere = (one: Ref | string) => typeof one === 'string' || entities.has(one.ref);
  if (Array.isArray(value)) return value.filter(isThere);
  if (typeof value === 'object' && value !== null && 'ref' in value) return isThere(value) ? value : null;
  return value;
}

function copy(entities: Entities): Entities {
  return new Map([...entities].map(([id, { type, values }]) => [id, { type, values: new Map(values) }]));
}
