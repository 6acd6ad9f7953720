import { type EntityRecord, isThere, readAsOf } from './entity-record.ts';
import { OwnIndex } from './own-index.ts';
import type { Store } from './store.ts';
import { type Id, ReadonlyTransactionError, type Transaction, type Value } from './transaction.ts';
import { idsIn, isList, isRef, matches, membersOf, toStored } from './values.ts';
import type { WriteSet } from './write-set.ts';

/** What a transaction has done to one entity. */
interface Overlay {
  readonly type: string;
  readonly isNew: boolean;
  readonly values: Record<string, Value>;
  isRemoved: boolean;
}

/** A transaction over a snapshot of the store: reads fall through its own writes to what the snapshot sees. */
export class StoreTransaction implements Transaction {
  readonly isReadonly: boolean;
  readonly #store: Store;
  readonly #snapshot: number;
  readonly #overlays = new Map<Id, Overlay>();
  readonly #ownIndex = new OwnIndex();
  readonly #writeCounts = new Map<string, number>();
  #isOver = false;

  constructor(store: Store, mode: 'read' | 'write') {
    this.#store = store;
    this.#snapshot = store.takeSnapshot();
    this.isReadonly = mode === 'read';
  }

  typeOf(id: Id): string | undefined {
    const overlay = this.#overlays.get(id);
    if (overlay !== undefined) return overlay.isRemoved ? undefined : overlay.type;
    return this.#stored(id)?.type;
  }

  get(id: Id, property: string): Value {
    const own = this.#overlays.get(id)?.values;
    const value =
      own !== undefined && Object.hasOwn(own, property) ? own[property] : this.#read(id, property);
    return this.#withoutGone(value ?? null, (target) => this.typeOf(target) !== undefined);
  }

  original(id: Id, property: string): Value {
    return this.#withoutGone(this.#read(id, property), (target) => this.#stored(target) !== undefined);
  }

  set(id: Id, property: string, value: Value): void {
    this.#beforeWrite();
    const type = this.typeOf(id);
    if (type === undefined) throw new Error(`There is no entity ${id} to write to`);
    this.#write(id, this.#overlayOf(id, type), { property, value: toStored(value) });
    this.#count(type);
  }

  create(type: string, properties: Readonly<Record<string, Value>>): Id {
    this.#beforeWrite();
    const id = this.#store.newId(type);
    const overlay = { type, isNew: true, values: {}, isRemoved: false };
    this.#overlays.set(id, overlay);
    for (const [property, value] of Object.entries(properties))
      if (value !== null) this.#write(id, overlay, { property, value: toStored(value) });
    this.#ownIndex.addNew(type, id);
    this.#count(type);
    return id;
  }

  remove(id: Id): void {
    this.#beforeWrite();
    const type = this.typeOf(id);
    if (type === undefined) return;
    this.#overlayOf(id, type).isRemoved = true;
    this.#count(type);
  }

  isNew(id: Id): boolean {
    return this.#overlays.get(id)?.isNew === true;
  }

  isRemoved(id: Id): boolean {
    return this.#overlays.get(id)?.isRemoved === true;
  }

  find(type: string, property: string, value: Value): Id[] {
    this.#beforeRead();
    const [member] = membersOf(value);
    if (member === undefined)
      return [...this.all(type)].filter((id) => matches(this.get(id, property), value));
    if (isRef(value) && this.typeOf(value.ref) === undefined) return [];
    const found: Id[] = [];
    for (const record of this.#store.index(type, property)?.candidates(member) ?? [])
      if (!this.#ownIndex.has(type, property, record.id) && this.#hasValue(record, property, value))
        found.push(record.id);
    for (const id of this.#ownIndex.candidates(type, property, member))
      if (this.typeOf(id) !== undefined && matches(this.get(id, property), value)) found.push(id);
    return inOrderOfCreation(found);
  }

  having(type: string, property: string): Id[] {
    this.#beforeRead();
    const ids = new Set(this.#ownIndex.written(type, property));
    for (const record of this.#store.index(type, property)?.everything() ?? []) ids.add(record.id);
    const found = [...ids].filter((id) => this.typeOf(id) !== undefined && this.get(id, property) !== null);
    return inOrderOfCreation(found);
  }

  extensionNames(type: string): string[] {
    const names = [...this.#store.indexedProperties(type), ...this.#ownIndex.properties(type)];
    return [...new Set(names)].filter((name) => name.startsWith('ext:'));
  }

  *all(type: string): Iterable<Id> {
    this.#beforeRead();
    for (const record of [...this.#store.recordsOf(type)])
      if (isThere(record, this.#snapshot) && !this.isRemoved(record.id)) yield record.id;
    for (const id of [...this.#ownIndex.newOf(type)]) if (!this.isRemoved(id)) yield id;
  }

  properties(id: Id, prefix: string): string[] {
    const names = new Set(Object.keys(this.#stored(id)?.values ?? {}));
    for (const name of Object.keys(this.#overlays.get(id)?.values ?? {})) names.add(name);
    return [...names].filter((name) => name.startsWith(prefix) && this.get(id, name) !== null);
  }

  touched(): Iterable<Id> {
    return this.#overlays.keys();
  }

  written(id: Id): string[] {
    return Object.keys(this.#overlays.get(id)?.values ?? {});
  }

  takeNumber(sequence: string): number {
    this.#beforeWrite();
    return this.#store.takeNumber(sequence);
  }

  writesTo(type: string): number {
    return this.#writeCounts.get(type) ?? 0;
  }

  /** What is to be committed. */
  writes(): WriteSet {
    const entries = [...this.#overlays].map(([id, overlay]) => ({ id, ...overlay }));
    const kept = entries.filter(({ isRemoved }) => !isRemoved);
    return {
      created: kept.filter(({ isNew }) => isNew),
      changed: kept.filter(({ isNew }) => !isNew),
      removed: entries.filter(({ isNew, isRemoved }) => isRemoved && !isNew).map(({ id }) => id),
    };
  }

  /** Lets the snapshot go; the transaction cannot be used any more. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#store.release(this.#snapshot);
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
    if (!isThere(record, this.#snapshot) || this.isRemoved(record.id)) return false;
    return matches(readAsOf(record, property, this.#snapshot), value);
  }

  #withoutGone(value: Value, isKnown: (target: Id) => boolean): Value {
    if (isRef(value)) return isKnown(value.ref) ? value : null;
    if (!isList(value) || idsIn(value).every(isKnown)) return value;
    return membersOf(value).filter((member) => isRef(member) && isKnown(member.ref)) as Value;
  }

  #overlayOf(id: Id, type: string): Overlay {
    const known = this.#overlays.get(id);
    if (known !== undefined) return known;
    const overlay = { type, isNew: false, values: {}, isRemoved: false };
    this.#overlays.set(id, overlay);
    return overlay;
  }

  #write(id: Id, overlay: Overlay, { property, value }: { property: string; value: Value }): void {
    if (property === '__proto__') throw new Error('No property can be called __proto__');
    overlay.values[property] = value;
    this.#ownIndex.add({ type: overlay.type, property, id }, value);
  }

  #count(type: string): void {
    this.#writeCounts.set(type, this.writesTo(type) + 1);
  }

  #beforeRead(): void {
    if (this.#isOver) throw new Error('This transaction is over');
  }

  #beforeWrite(): void {
    this.#beforeRead();
    if (this.isReadonly) throw new ReadonlyTransactionError('This transaction is read-only');
  }
}

function inOrderOfCreation(ids: Id[]): Id[] {
  const numbers = ids.map((id) => Number(id.slice(id.indexOf('-') + 1)));
  if (numbers.every((number, at) => at === 0 || (numbers[at - 1] ?? 0) < number)) return ids;
  return ids.sort((left, right) => numberOf(left) - numberOf(right));
}

function numberOf(id: Id): number {
  return Number(id.slice(id.indexOf('-') + 1));
}
