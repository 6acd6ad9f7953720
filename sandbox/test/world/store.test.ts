import { deepStrictEqual as deepEqual } from 'node:assert';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CommitRefusedError } from '../../src/world/commit-refused-error.ts';
import { replay } from '../../src/world/replay.ts';
import { Store } from '../../src/world/store.ts';
import { StoreTransaction } from '../../src/world/store-transaction.ts';
import type { Id, Value } from '../../src/world/transaction.ts';
import { NaiveStore, type NaiveTransaction } from './naive-store.ts';

const types = ['Issue', 'User'];
const properties = ['summary', 'labels', 'ext:app:links', 'ext:app:note'];

/** Values to write and to look for; `entity` stands for the entity of that number among those there are. */
const scalars = fc.constantFrom('Да', 'да', 'No', '', 0, 1, true, false, null);
const entity = fc.record({ entity: fc.nat(5) });
const single = fc.oneof(scalars, entity);
const text = fc.constantFrom('Да', 'No', 'x');
const members = fc.uniqueArray(fc.nat(5), { maxLength: 3 }).map((entities) => ({ entities }));
const texts = fc.uniqueArray(text, { maxLength: 3 }).map((list) => ({ texts: list }));
type GivenValue = Scalar | { entity: number } | { entities: number[] } | { texts: string[] };
type Scalar = string | number | boolean | null;

/** A property holds either single values, or references, or texts. */
const write = fc.oneof(
  fc.record({ property: fc.constantFrom('summary', 'ext:app:note'), value: single }),
  fc.record({ property: fc.constant('labels'), value: fc.oneof(members, fc.constant(null)) }),
  fc.record({ property: fc.constant('ext:app:links'), value: fc.oneof(texts, fc.constant(null)) }),
);
const memberWrite = fc.oneof(
  fc.record({ property: fc.constant('labels'), member: entity }),
  fc.record({ property: fc.constant('ext:app:links'), member: text }),
);

const slot = fc.nat(2);
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('create' as const),
      slot,
      type: fc.constantFrom(...types),
      value: single,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      slot,
      entity: fc.nat(5),
      write,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('add' as const, 'delete' as const),
      slot,
      entity: fc.nat(5),
      write: memberWrite,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), slot, entity: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('commit' as const), slot }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), slot }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Pair {
  readonly real: StoreTransaction;
  readonly naive: NaiveTransaction;
}

/** The store and its naive twin, with three transactions open on both at any time. */
class Twins {
  readonly #store = new Store(new Map(types.map((type, index) => [type, index])));
  readonly #naive = new NaiveStore();
  readonly #known: Id[] = [];
  readonly #open: Pair[] = [];

  constructor() {
    const first = this.#begin();
    for (const type of [...types, ...types]) this.#create(first, type, 'Да');
    this.#open.push(first);
    this.#finish(0, first, 'commit');
    this.#open.push(this.#begin(), this.#begin());
  }

  take(given: Step): void {
    const pair = this.#open[given.slot];
    if (pair === undefined) return;
    if (given.do === 'create') this.#create(pair, given.type, this.#value(given.value));
    else if (given.do === 'set') this.#set(pair, given);
    else if (given.do === 'add' || given.do === 'delete') this.#changeMember(pair, given);
    else if (given.do === 'remove') this.#remove(pair, this.#id(given.entity));
    else this.#finish(given.slot, pair, given.do);
  }

  compare(): void {
    for (const { real, naive } of this.#open) {
      for (const type of types) {
        deepEqual([...real.all(type)].sort(), naive.all(type).sort());
        for (const property of properties) this.#compareSearches({ real, naive }, type, property);
      }
      for (const id of this.#known) {
        deepEqual(real.typeOf(id), naive.typeOf(id));
        for (const property of properties) {
          deepEqual(inOrder(real.original(id, property)), inOrder(naive.original(id, property)));
          if (naive.typeOf(id) !== undefined)
            deepEqual(inOrder(real.get(id, property)), inOrder(naive.get(id, property)));
        }
      }
    }
  }

  #compareSearches({ real, naive }: Pair, type: string, property: string): void {
    const wanted: Value[] = ['да', 'NO', 0, true, null, ...this.#known.slice(0, 4).map((ref) => ({ ref }))];
    for (const one of wanted)
      deepEqual(real.find(type, property, one), naive.find(type, property, one).sort(byNumber));
    if (property.startsWith('ext:')) {
      const having = naive.all(type).filter((id) => naive.get(id, property) !== null);
      deepEqual(real.having(type, property), having.sort(byNumber));
    }
  }

  #begin(): Pair {
    return { real: new StoreTransaction(this.#store, 'write'), naive: this.#naive.begin() };
  }

  #create({ real, naive }: Pair, type: string, value: Value): void {
    const id = real.create(type, { summary: value });
    this.#known.push(id);
    naive.create(id, type, { summary: value });
  }

  #set({ real, naive }: Pair, given: Extract<Step, { do: 'set' }>): void {
    const id = this.#id(given.entity);
    if (naive.typeOf(id) === undefined) return;
    const value = this.#value(given.write.value);
    real.set(id, given.write.property, value);
    naive.set(id, given.write.property, value);
  }

  #changeMember({ real, naive }: Pair, given: Extract<Step, { do: 'add' | 'delete' }>): void {
    const id = this.#id(given.entity);
    if (naive.typeOf(id) === undefined) return;
    const { member, property } = given.write;
    const element = typeof member === 'string' ? member : { ref: this.#id(member.entity) };
    real[given.do](id, property, element);
    naive[given.do](id, property, element);
  }

  #remove({ real, naive }: Pair, id: Id): void {
    real.remove(id);
    naive.remove(id);
  }

  #finish(slot: number, { real, naive }: Pair, way: 'commit' | 'undo'): void {
    if (way === 'commit') {
      deepEqual(commit(this.#store, real), this.#naive.commit(naive));
    }
    real.end();
    this.#open[slot] = this.#begin();
  }

  #id(index: number): Id {
    return this.#known[index % Math.max(1, this.#known.length)] ?? '9-9';
  }

  #value(given: GivenValue): Value {
    if (typeof given !== 'object' || given === null) return given;
    if ('texts' in given) return given.texts;
    if ('entity' in given) return { ref: this.#id(given.entity) };
    return [...new Set(given.entities.map((index) => this.#id(index)))].map((ref) => ({ ref }));
  }
}

/** Whether the commit was made. */
function commit(store: Store, tx: StoreTransaction): boolean {
  if (!tx.hasEffect) return true;
  try {
    store.commit(replay(store, tx.writes()));
    return true;
  } catch (refusal) {
    if (refusal instanceof CommitRefusedError) return false;
    throw refusal;
  }
}

/** Sets have no order. */
function inOrder(value: Value): unknown {
  return Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value;
}

function byNumber(left: Id, right: Id): number {
  return Number(left.split('-')[1]) - Number(right.split('-')[1]);
}

describe('the store', () => {
  test('answers like a store that copies everything, however transactions overlap', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const twins = new Twins();
        for (const one of steps) {
          twins.take(one);
          twins.compare();
        }
      }),
      { numRuns: 60 },
    );
  });

  test('keeps no replaced values once nobody can see them', () => {
    const store = new Store(new Map([['Issue', 2]]));
    const first = new StoreTransaction(store, 'write');
    const id = first.create('Issue', { summary: 'a' });
    commit(store, first);
    first.end();
    const reader = new StoreTransaction(store, 'read');
    for (const summary of ['b', 'c', 'd']) {
      const writer = new StoreTransaction(store, 'write');
      writer.set(id, 'summary', summary);
      commit(store, writer);
      writer.end();
    }
    expect(reader.get(id, 'summary')).toBe('a');
    expect(store.record(id)?.history?.size).toBe(1);

    reader.end();

    expect(store.record(id)?.history).toBeUndefined();
  });

  test('forgets a removed entity once nobody can see it', () => {
    const store = new Store(new Map([['Issue', 2]]));
    const writer = new StoreTransaction(store, 'write');
    const id = writer.create('Issue', { summary: 'a' });
    commit(store, writer);
    writer.end();
    const reader = new StoreTransaction(store, 'read');
    const remover = new StoreTransaction(store, 'write');
    remover.remove(id);
    commit(store, remover);
    remover.end();
    expect(reader.find('Issue', 'summary', 'A')).toEqual([id]);

    reader.end();

    expect(store.record(id)).toBeUndefined();
    expect(store.recordsOf('Issue')).toEqual([]);
  });

  test('a removed entity still answers in the transaction that removes it, but is no longer found', () => {
    const store = new Store(new Map([['Issue', 2]]));
    const tx = new StoreTransaction(store, 'write');
    const id = tx.create('Issue', { summary: 'a' });

    tx.remove(id);

    expect(tx.get(id, 'summary')).toBe('a');
    expect(tx.typeOf(id)).toBeUndefined();
    expect(tx.find('Issue', 'summary', 'a')).toEqual([]);
    expect(() => tx.set(id, 'summary', 'b')).toThrow(`There is no entity ${id} to write to`);
  });

  test('a transaction knows what it has made, written, cleared and removed', () => {
    const store = new Store(new Map([['Issue', 2]]));
    const before = new StoreTransaction(store, 'write');
    const [written, removed] = ['a', 'b'].map((summary) =>
      before.create('Issue', { summary, description: 'x' }),
    );
    commit(store, before);
    before.end();
    const tx = new StoreTransaction(store, 'write');

    const made = tx.create('Issue', {});
    tx.set(written ?? '', 'description', null);
    tx.remove(removed ?? '');

    expect([...tx.touched()]).toEqual([made, written, removed]);
    expect([made, written, removed].map((id) => [tx.isNew(id ?? ''), tx.isRemoved(id ?? '')])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(tx.written(written ?? '')).toEqual(['description']);
    expect(tx.properties(written ?? '', '')).toEqual(['summary']);
    expect(tx.writesTo('Issue')).toBe(3);
  });

  test('a list handed to the store cannot be changed from outside', () => {
    const store = new Store(new Map([['Issue', 2]]));
    const tx = new StoreTransaction(store, 'write');
    const list = ['a', 'a', 'b'];
    const id = tx.create('Issue', { formerIds: list });

    list.push('c');

    expect(tx.get(id, 'formerIds')).toEqual(['a', 'b']);
  });

  test('names that objects are born with are no properties', () => {
    const store = new Store(new Map([['Issue', 2]]));
    const tx = new StoreTransaction(store, 'write');
    const id = tx.create('Issue', {});

    expect(tx.get(id, 'constructor')).toBeNull();
    expect(tx.get(id, 'toString')).toBeNull();
    expect(() => tx.set(id, '__proto__', 'x')).toThrow();
  });

  test('texts of any length are found by any letter case', () => {
    const store = new Store(new Map([['Issue', 2]]));
    const tx = new StoreTransaction(store, 'write');
    const long = 'Ссылка '.repeat(1000);
    const ids = [`${long}А`, `${long}Б`].map((summary) => tx.create('Issue', { summary }));
    commit(store, tx);
    tx.end();

    const found = new StoreTransaction(store, 'read').find('Issue', 'summary', `${long}б`.toUpperCase());

    expect(found).toEqual([ids[1]]);
  });
});
