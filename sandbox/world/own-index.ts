import type { Id, Value } from './transaction.ts';
import { type IndexKey, membersOf, toIndexKey } from './values.ts';

/** Finds what one transaction has written itself, so that its searches do not look at all of its writes. */
export class OwnIndex {
  readonly #byProperty = new Map<string, Written>();
  readonly #new = new Map<string, Id[]>();

  add({ type, property, id }: { type: string; property: string; id: Id }, value: Value): void {
    const name = `${type} ${property}`;
    const written = this.#byProperty.get(name) ?? { ids: new Set<Id>(), byKey: new Map<IndexKey, Set<Id>>() };
    this.#byProperty.set(name, written);
    written.ids.add(id);
    for (const member of membersOf(value)) {
      const key = toIndexKey(member);
      written.byKey.set(key, (written.byKey.get(key) ?? new Set()).add(id));
    }
  }

  addNew(type: string, id: Id): void {
    const ids = this.#new.get(type);
    if (ids === undefined) this.#new.set(type, [id]);
    else ids.push(id);
  }

  /** Whether the transaction has written that property of that entity. */
  has(type: string, property: string, id: Id): boolean {
    return this.#byProperty.get(`${type} ${property}`)?.ids.has(id) === true;
  }

  candidates(type: string, property: string, member: Parameters<typeof toIndexKey>[0]): Iterable<Id> {
    return this.#byProperty.get(`${type} ${property}`)?.byKey.get(toIndexKey(member)) ?? [];
  }

  newOf(type: string): readonly Id[] {
    return this.#new.get(type) ?? [];
  }
}

interface Written {
  readonly ids: Set<Id>;
  readonly byKey: Map<IndexKey, Set<Id>>;
}
