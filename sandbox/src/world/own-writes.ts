import { OwnIndex } from './own-index.ts';
import type { Id, Value } from './transaction.ts';
import { toStored } from './values.ts';
import type { WriteSet } from './write-set.ts';

/** What a transaction has done to one entity. */
interface Overlay {
  readonly type: string;
  readonly isNew: boolean;
  readonly values: Record<string, Value>;
  isRemoved: boolean;
}

/** Everything one transaction has written so far. */
export class OwnWrites {
  readonly index = new OwnIndex();
  readonly #overlays = new Map<Id, Overlay>();
  readonly #counts = new Map<string, number>();

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

  set({ id, type }: { id: Id; type: string }, property: string, value: Value): void {
    this.#write(id, this.#overlayOf(id, type), { property, value });
    this.#count(type);
  }

  create({ id, type }: { id: Id; type: string }, properties: Readonly<Record<string, Value>>): void {
    const overlay = { type, isNew: true, values: {}, isRemoved: false };
    this.#overlays.set(id, overlay);
    for (const [property, value] of Object.entries(properties))
      if (value !== null) this.#write(id, overlay, { property, value });
    this.index.addNew(type, id);
    this.#count(type);
  }

  remove({ id, type }: { id: Id; type: string }): void {
    this.#overlayOf(id, type).isRemoved = true;
    this.#count(type);
  }

  /** What is to be committed. */
  toWriteSet(): WriteSet {
    const entries = [...this.#overlays].map(([id, overlay]) => ({ id, ...overlay }));
    const kept = entries.filter(({ isRemoved }) => !isRemoved);
    return {
      created: kept.filter(({ isNew }) => isNew).map(({ id, type, values }) => ({ id, type, values })),
      changed: kept.filter(({ isNew }) => !isNew).map(({ id, values }) => ({ id, values })),
      removed: entries.filter(({ isNew, isRemoved }) => isRemoved && !isNew).map(({ id }) => id),
    };
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
    const stored = toStored(value);
    overlay.values[property] = stored;
    this.index.add({ type: overlay.type, property, id }, stored);
  }

  #count(type: string): void {
    this.#counts.set(type, this.countOf(type) + 1);
  }
}
