import { findAlike, findGroup } from './entity-group.ts';
import { type EntityRecord, isThere, readAsOf } from './entity-record.ts';
import { OwnWrites } from './own-writes.ts';
import type { Store } from './store.ts';
import {
  type EntityGroup,
  type Id,
  type Member,
  ReadonlyTransactionError,
  type Transaction,
  type Value,
} from './transaction.ts';
import { inOrderOfCreation, isRef, matches, membersOf, withoutGone } from './values.ts';
import type { WriteSet } from './write-set.ts';

/** A transaction over a snapshot of the store: reads fall through its own writes to what the snapshot sees. */
export class StoreTransaction implements Transaction {
  readonly isReadonly: boolean;
  readonly #store: Store;
  readonly #snapshot: number;
  readonly #own = new OwnWrites();
  #isOver = false;

  constructor(store: Store, mode: 'read' | 'write') {
    this.#store = store;
    this.#snapshot = store.takeSnapshot();
    this.isReadonly = mode === 'read';
  }

  typeOf(id: Id): string | undefined {
    const own = this.#own.of(id);
    if (own !== undefined) return own.isRemoved ? undefined : own.type;
    return this.#stored(id)?.type;
  }

  get(id: Id, property: string): Value {
    return withoutGone(this.#written(id, property), (target) => this.typeOf(target) !== undefined);
  }

  original(id: Id, property: string): Value {
    return withoutGone(this.#read(id, property), (target) => this.#stored(target) !== undefined);
  }

  set(id: Id, property: string, value: Value): void {
    this.#beforeWrite();
    this.#own.set(this.#place(id, property), value);
  }

  add(id: Id, property: string, member: Member): void {
    this.#beforeWrite();
    this.#own.change(this.#place(id, property), { kind: 'members', added: [member], removed: [] });
  }

  delete(id: Id, property: string, member: Member): void {
    this.#beforeWrite();
    this.#own.change(this.#place(id, property), { kind: 'members', added: [], removed: [member] });
  }

  create(type: string, properties: Readonly<Record<string, Value>>): Id {
    this.#beforeWrite();
    const alike = findAlike(this, type, properties);
    if (alike !== undefined && !this.isNew(alike)) this.#own.ensure({ id: alike, type, values: properties });
    if (alike !== undefined) return alike;
    const id = this.#store.newId(type);
    this.#own.create({ id, type }, properties);
    return id;
  }

  remove(id: Id): void {
    this.#beforeWrite();
    const type = this.typeOf(id);
    if (type !== undefined) this.#own.remove({ id, type });
  }

  empty(group: EntityGroup): void {
    this.#beforeWrite();
    for (const id of findGroup(this, group)) this.remove(id);
    this.#own.empty(group);
  }

  isNew(id: Id): boolean {
    return this.#own.of(id)?.isNew === true;
  }

  isRemoved(id: Id): boolean {
    return this.#own.of(id)?.isRemoved === true;
  }

  find(type: string, property: string, value: Value): Id[] {
    this.#beforeRead();
    const [member] = membersOf(value);
    if (member === undefined)
      return [...this.all(type)].filter((id) => matches(this.get(id, property), value));
    if (isRef(value) && this.typeOf(value.ref) === undefined) return [];
    const found: Id[] = [];
    for (const record of this.#store.index(type, property)?.candidates(member) ?? [])
      if (!this.#own.index.has(type, property, record.id) && this.#hasValue(record, property, value))
        found.push(record.id);
    for (const id of this.#own.index.candidates(type, property, member))
      if (this.typeOf(id) !== undefined && matches(this.get(id, property), value)) found.push(id);
    return inOrderOfCreation(found);
  }

  having(type: string, property: string): Id[] {
    this.#beforeRead();
    const ids = new Set(this.#own.index.written(type, property));
    for (const record of this.#store.index(type, property)?.everything() ?? []) ids.add(record.id);
    const isSet = (id: Id) => this.typeOf(id) !== undefined && this.get(id, property) !== null;
    return inOrderOfCreation([...ids].filter(isSet));
  }

  extensionNames(type: string): string[] {
    const names = new Set([...this.#store.indexedProperties(type), ...this.#own.index.properties(type)]);
    return [...names].filter((name) => name.startsWith('ext:'));
  }

  *all(type: string): Iterable<Id> {
    this.#beforeRead();
    for (const record of [...this.#store.recordsOf(type)])
      if (isThere(record, this.#snapshot) && !this.isRemoved(record.id)) yield record.id;
    for (const id of [...this.#own.index.newOf(type)]) if (!this.isRemoved(id)) yield id;
  }

  properties(id: Id, prefix: string): string[] {
    const names = new Set([...Object.keys(this.#stored(id)?.values ?? {}), ...this.written(id)]);
    return [...names].filter((name) => name.startsWith(prefix) && this.get(id, name) !== null);
  }

  touched(): Iterable<Id> {
    return this.#own.ids();
  }

  written(id: Id): string[] {
    return Object.keys(this.#own.of(id)?.values ?? {});
  }

  takeNumber(sequence: string): number {
    this.#beforeWrite();
    return this.#store.sequences.take(sequence);
  }

  writesTo(type: string): number {
    return this.#own.countOf(type);
  }

  /** Whether there is anything to commit: writing what was there already is nothing. */
  get hasEffect(): boolean {
    return this.#own.hasEffect;
  }

  /** What is to be committed. */
  writes(): WriteSet {
    return this.#own.toWriteSet();
  }

  /** Lets the snapshot go; the transaction cannot be used any more. */
  end(): void {
    if (!this.#isOver) this.#store.release(this.#snapshot);
    this.#isOver = true;
  }

  #place(id: Id, property: string) {
    const type = this.typeOf(id);
    if (type === undefined) throw new Error(`There is no entity ${id} to write to`);
    return { id, type, property, before: this.#written(id, property) };
  }

  /** A value as it is stored, references to what is gone included. */
  #written(id: Id, property: string): Value {
    const own = this.#own.of(id)?.values;
    if (own !== undefined && Object.hasOwn(own, property)) return own[property] ?? null;
    return this.#read(id, property);
  }

  #stored(id: Id): EntityRecord | undefined {
    this.#beforeRead();
    const record = this.#store.record(id);
    return record !== undefined && isThere(record, this.#snapshot) ? record : undefined;
  }

  #read(id: Id, property: string): Value {
    const record = this.#stored(id);
    return record === undefined ? null : readAsOf(record, property, this.#snapshot);
  }

  #hasValue(record: EntityRecord, property: string, value: Value): boolean {
    const isHere = isThere(record, this.#snapshot) && !this.isRemoved(record.id);
    return isHere && matches(readAsOf(record, property, this.#snapshot), value);
  }

  #beforeRead(): void {
    if (this.#isOver) throw new Error('This transaction is over');
  }

  #beforeWrite(): void {
    this.#beforeRead();
    if (this.isReadonly) throw new ReadonlyTransactionError('This transaction is read-only');
  }
}
