import { OwnIndex } from './own-index.ts';
import { applyChange, changeTo, composeChanges, type PropertyChange } from './property-change.ts';
import type { EntityGroup, Id, Value } from './transaction.ts';
import { sameValue, toStored } from './values.ts';
import type { CreatedEntity, WriteSet } from './write-set.ts';

/** What a transaction has done to one entity. */
interface Overlay {
  readonly type: string;
  readonly isNew: boolean;
  /** What the transaction itself reads. */
  readonly values: Record<string, Value>;
  /** What is to be done again on newer data; nothing for a new entity, whose values are all its own. */
  readonly changes: Record<string, PropertyChange>;
  isRemoved: boolean;
}

interface Place {
  readonly id: Id;
  readonly type: string;
  readonly property: string;
  /** What the transaction read there so far. */
  readonly before: Value;
}

/** Everything one transaction has written so far. */
export class OwnWrites {
  readonly index = new OwnIndex();
  readonly #overlays = new Map<Id, Overlay>();
  readonly #counts = new Map<string, number>();
  readonly #ensured: CreatedEntity[] = [];
  readonly #emptied: EntityGroup[] = [];
  #hasEffect = false;

  /** Whether any write was more than the same value again: if not, there is nothing to commit. */
  get hasEffect(): boolean {
    return this.#hasEffect;
  }

  of(id: Id): Readonly<Overlay> | undefined {
    return this.#overlays.get(id);
  }

  /** Entities created, removed or written to. */
  ids(): Iterable<Id> {
    return this.#overlays.keys();
  }

  /** How often an entity of the type was written to. */
  countOf(type: string): number {
    return this.#counts.get(type) ?? 0;
  }

  set(place: Place, value: Value): void {
    this.change(place, changeTo(place.before, value));
  }

  change({ id, type, property, before }: Place, change: PropertyChange): void {
    const overlay = this.#overlayOf(id, type);
    const value = applyChange(before, change);
    this.#write(id, overlay, { property, value });
    if (!overlay.isNew) overlay.changes[property] = composeChanges(overlay.changes[property], change);
    this.#hasEffect ||= !sameValue(before, value);
    this.#count(type);
  }

  create({ id, type }: { id: Id; type: string }, properties: Readonly<Record<string, Value>>): void {
    const overlay = { type, isNew: true, values: {}, changes: {}, isRemoved: false };
    this.#overlays.set(id, overlay);
    for (const [property, value] of Object.entries(properties))
      if (value !== null) this.#write(id, overlay, { property, value: toStored(value) });
    this.index.addNew(type, id);
    this.#hasEffect = true;
    this.#count(type);
  }

  /** An entity that would have been created if it were not there already. */
  ensure(entity: CreatedEntity): void {
    this.#ensured.push(entity);
  }

  remove({ id, type }: { id: Id; type: string }): void {
    this.#overlayOf(id, type).isRemoved = true;
    this.#hasEffect = true;
    this.#count(type);
  }

  /** A set of entities that was emptied: those the transaction saw in it are removed one by one. */
  empty(group: EntityGroup): void {
    this.#emptied.push(group);
  }

  /** What is to be committed. */
  toWriteSet(): WriteSet {
    const entries = [...this.#overlays].map(([id, overlay]) => ({ id, ...overlay }));
    return {
      created: entries
        .filter(({ isNew, isRemoved }) => isNew && !isRemoved)
        .map(({ id, type, values }) => ({ id, type, values })),
      ensured: this.#ensured.filter(({ id }) => this.of(id)?.isRemoved !== true),
      changed: entries
        .filter(({ changes }) => Object.keys(changes).length > 0)
        .map(({ id, type, changes }) => ({ id, type, changes })),
      removed: entries
        .filter(({ isNew, isRemoved }) => isRemoved && !isNew)
        .map(({ id, type }) => ({ id, type })),
      emptied: this.#emptied,
    };
  }

  #overlayOf(id: Id, type: string): Overlay {
    const known = this.#overlays.get(id);
    if (known !== undefined) return known;
    const overlay = { type, isNew: false, values: {}, changes: {}, isRemoved: false };
    this.#overlays.set(id, overlay);
    return overlay;
  }

  #write(id: Id, overlay: Overlay, { property, value }: { property: string; value: Value }): void {
    if (property === '__proto__') throw new Error('No property can be called __proto__');
    overlay.values[property] = value;
    this.index.add({ type: overlay.type, property, id }, value);
  }

  #count(type: string): void {
    this.#counts.set(type, this.countOf(type) + 1);
  }
}
