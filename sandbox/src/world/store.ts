import type { Commit } from './commit.ts';
import { type EntityRecord, newestOf } from './entity-record.ts';
import { NumberSequences } from './number-sequences.ts';
import type { PropertyIndex } from './property-index.ts';
import { PropertyIndexes } from './property-indexes.ts';
import type { Id, Ref, Value } from './transaction.ts';
import { idsIn } from './values.ts';
import type { CreatedEntity } from './write-set.ts';

/** A value or an entity that can be let go once no running transaction is older than `until`. */
interface Leftover {
  readonly until: number;
  readonly record: EntityRecord;
  /** The replaced property; undefined when the whole entity was removed. */
  readonly property: string | undefined;
}

/**
 * The committed world in memory. Each commit is a version; a snapshot is the number of the version it was taken at.
 * The newest values lie in the entities themselves, replaced ones beside them until the last transaction that
 * can see them has ended.
 */
export class Store {
  readonly #records = new Map<Id, EntityRecord>();
  readonly #byType = new Map<string, EntityRecord[]>();
  readonly #indexes = new PropertyIndexes((type) => this.recordsOf(type));
  readonly sequences = new NumberSequences();
  readonly #snapshots: number[] = [];
  readonly #typeNumbers: ReadonlyMap<string, number>;
  #leftovers: Leftover[] = [];
  #version = 0;

  constructor(typeNumbers: ReadonlyMap<string, number>) {
    this.#typeNumbers = typeNumbers;
  }

  /** Takes a snapshot; what it sees is kept until `release`. */
  takeSnapshot(): number {
    this.#snapshots.push(this.#version);
    return this.#version;
  }

  release(snapshot: number): void {
    this.#snapshots.splice(this.#snapshots.indexOf(snapshot), 1);
    this.#letGo();
  }

  record(id: Id): EntityRecord | undefined {
    return this.#records.get(id);
  }

  /** The entity if the newest version has it. */
  newestRecord(id: Id): EntityRecord | undefined {
    const record = this.#records.get(id);
    return record === undefined || record.removedAt <= this.#version ? undefined : record;
  }

  /** The entities of the newest version whose properties refer to these others. */
  newestWith(type: string, where: Readonly<Record<string, Ref>>): EntityRecord[] {
    const conditions = Object.entries(where);
    const [first] = conditions;
    if (first === undefined) return [];
    const candidates = this.index(type, first[0])?.candidates(first[1]) ?? [];
    return [...candidates].filter(
      (record) =>
        this.newestRecord(record.id) !== undefined &&
        conditions.every(([property, { ref }]) => idsIn(newestOf(record, property)).includes(ref)),
    );
  }

  /** Every entity of the newest version, with its newest values. */
  *newest(): Iterable<CreatedEntity> {
    for (const { id, type, values, removedAt } of this.#records.values())
      if (removedAt > this.#version) yield { id, type, values };
  }

  /** Every stored entity of a type, by running number; the caller looks whether its snapshot has it. */
  recordsOf(type: string): readonly EntityRecord[] {
    return this.#byType.get(type) ?? [];
  }

  /** The index of a property, undefined when no entity of the type can have it. */
  index(type: string, property: string): PropertyIndex | undefined {
    return this.#indexes.forQuestion(type, property);
  }

  /** Properties of a type that are indexed so far. */
  indexedProperties(type: string): string[] {
    return this.#indexes.propertiesOf(type);
  }

  /** A new internal id: the type's number, a dash, a running number. */
  newId(type: string): Id {
    const typeNumber = this.#typeNumbers.get(type);
    if (typeNumber === undefined) throw new Error(`The store knows no entity type ${type}`);
    return `${typeNumber}-${this.sequences.take(`id:${typeNumber}`)}`;
  }

  /** Makes a commit the newest version; `replay` makes one of a transaction's writes. */
  commit(commit: Commit): void {
    this.#version += 1;
    for (const entity of commit.created) this.#insert(entity);
    for (const { id, values } of commit.changed) {
      const record = this.newestRecord(id);
      if (record === undefined) continue;
      for (const [property, value] of Object.entries(values)) this.#replace(record, property, value);
    }
    for (const id of commit.removed) this.#remove(id);
    this.#letGo();
  }

  #insert({ id, type, values }: CreatedEntity): void {
    const number = Number(id.slice(id.indexOf('-') + 1));
    const record: EntityRecord = {
      id,
      type,
      number,
      createdAt: this.#version,
      removedAt: Number.POSITIVE_INFINITY,
      values,
      history: undefined,
    };
    this.#records.set(id, record);
    this.#insertInOrder(record);
    for (const property in values) this.#indexes.note(record, property, values[property] ?? null);
  }

  #insertInOrder(record: EntityRecord): void {
    const records = this.#byType.get(record.type);
    if (records === undefined) {
      this.#byType.set(record.type, [record]);
      return;
    }
    let at = records.length;
    while (at > 0 && (records[at - 1]?.number ?? 0) > record.number) at -= 1;
    if (at === records.length) records.push(record);
    else records.splice(at, 0, record);
  }

  #replace(record: EntityRecord, property: string, value: Value): void {
    const superseded = { until: this.#version, value: newestOf(record, property) };
    record.history ??= new Map();
    const older = record.history.get(property);
    if (older === undefined) record.history.set(property, [superseded]);
    else older.push(superseded);
    this.#leftovers.push({ until: this.#version, record, property });
    record.values[property] = value;
    this.#indexes.note(record, property, value);
  }

  #remove(id: Id): void {
    const record = this.newestRecord(id);
    if (record === undefined) return;
    record.removedAt = this.#version;
    this.#leftovers.push({ until: this.#version, record, property: undefined });
  }

  #letGo(): void {
    const oldest = this.#snapshots.length === 0 ? this.#version : Math.min(...this.#snapshots);
    const kept = this.#leftovers.findIndex(({ until }) => until > oldest);
    const gone = kept === -1 ? this.#leftovers : this.#leftovers.slice(0, kept);
    if (gone.length === 0) return;
    this.#leftovers = kept === -1 ? [] : this.#leftovers.slice(kept);
    for (const { record, property } of gone) if (property !== undefined) this.#forgetOldest(record, property);
    this.#erase(gone.filter(({ property }) => property === undefined).map(({ record }) => record));
  }

  #forgetOldest(record: EntityRecord, property: string): void {
    const older = record.history?.get(property);
    const superseded = older?.shift();
    if (older?.length === 0) record.history?.delete(property);
    if (record.history?.size === 0) record.history = undefined;
    if (superseded !== undefined) this.#indexes.forget(record, property, superseded.value);
  }

  #erase(removed: readonly EntityRecord[]): void {
    for (const record of removed) {
      this.#records.delete(record.id);
      this.#indexes.forgetRecord(record);
    }
    for (const type of new Set(removed.map((record) => record.type)))
      this.#byType.set(
        type,
        this.recordsOf(type).filter(({ id }) => this.#records.has(id)),
      );
  }
}
