import { isDeepStrictEqual } from 'node:util';
import type { Id, Member, Ref, Value } from '../../src/world/transaction.ts';

/** An entity of the naive store. */
interface NaiveEntity {
  readonly type: string;
  readonly values: Map<string, Value>;
}

type Entities = Map<Id, NaiveEntity>;

/** Something a transaction does; it throws when the entity is gone. */
type Operation = (entities: Entities) => void;

/**
 * The store as simply as it can be said: a transaction copies the whole world when it begins, and a commit does what
 * the transaction did, step by step, to whatever is there by then.
 */
export class NaiveStore {
  committed: Entities = new Map();

  begin(): NaiveTransaction {
    return new NaiveTransaction(copy(this.committed));
  }

  /** Whether the commit was made. */
  commit({ operations, hasEffect }: NaiveTransaction): boolean {
    if (!hasEffect) return true;
    const next = copy(this.committed);
    try {
      for (const operation of operations) operation(next);
    } catch {
      // An entity is gone: nothing of the transaction is kept.
      return false;
    }
    this.committed = next;
    return true;
  }
}

export class NaiveTransaction {
  readonly operations: Operation[] = [];
  hasEffect = false;
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
    const stored = Object.entries(values).map(([name, value]): [string, Value] => [name, changedTo(value)]);
    this.#do((entities) => void entities.set(id, { type, values: new Map(stored) }));
    this.hasEffect = true;
  }

  set(id: Id, property: string, value: Value): void {
    const stored = this.#stored(id, property);
    if (!Array.isArray(value) || (stored !== null && !Array.isArray(stored))) {
      this.#write(id, property, () => changedTo(value));
      return;
    }
    const before = membersIn(stored);
    const added = value.filter((one) => !has(before, one));
    const removed = before.filter((one) => !has(value, one));
    this.#write(id, property, (old) => changed(old, { added, removed }));
  }

  add(id: Id, property: string, member: Member): void {
    this.#write(id, property, (old) => changed(old, { added: [member], removed: [] }));
  }

  delete(id: Id, property: string, member: Member): void {
    this.#write(id, property, (old) => changed(old, { added: [], removed: [member] }));
  }

  remove(id: Id): void {
    if (!this.#now.has(id)) return;
    this.#do((entities) => void entities.delete(id));
    this.hasEffect = true;
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

  #write(id: Id, property: string, change: (old: Value) => Value): void {
    const before = this.#stored(id, property);
    this.#do((entities) => {
      const entity = entities.get(id);
      if (entity === undefined) throw new Error(`${id} is gone`);
      entity.values.set(property, change(entity.values.get(property) ?? null));
    });
    if (!isDeepStrictEqual(before, this.#stored(id, property))) this.hasEffect = true;
  }

  #stored(id: Id, property: string): Value {
    return this.#now.get(id)?.values.get(property) ?? null;
  }

  #do(operation: Operation): void {
    operation(this.#now);
    this.operations.push(operation);
  }
}

interface Difference {
  readonly added: readonly Value[];
  readonly removed: readonly Value[];
}

function changed(old: Value, { added, removed }: Difference): Value {
  const kept = membersIn(old).filter((one) => !has(removed, one));
  const fresh = added.filter((one) => !has(kept, one));
  if (kept.length === membersIn(old).length && fresh.length === 0) return old;
  const all = [...kept, ...fresh];
  const refs = all.filter((one) => typeof one === 'object' && one !== null && 'ref' in one);
  const members = refs.length > 0 ? refs : all.filter((one) => typeof one === 'string');
  return members.length === 0 ? null : members;
}

function changedTo(value: Value): Value {
  return Array.isArray(value) && value.length === 0 ? null : value;
}

function membersIn(value: Value): Value[] {
  if (value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function has(values: readonly Value[], wanted: Value): boolean {
  return values.some((one) => isDeepStrictEqual(one, wanted));
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
