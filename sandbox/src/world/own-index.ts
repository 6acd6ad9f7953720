import type { Id, Value } from './transaction.ts';
import { type IndexKey, membersOf, toIndexKey } from './values.ts';

/** Finds what one transaction has written itself, so that its searches do not look at all of its writes. */
export class OwnIndex {
  readonly #byType = new Map<string, Map<string, Written>>();
  readonly #new = new Map<string, Id[]>();

  add({ type, property, id }: { type: string; property: string; id: Id }, value: Value): void {
    const written = this.#writtenOf(type, property);
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
    return this.#byType.get(type)?.get(property)?.ids.has(id) === true;
  }

  /** Entities whose property the transaction has written. */
  written(type: string, property: string): Iterable<Id> {
    return this.#byType.get(type)?.get(property)?.ids ?? [];
  }

  /** The properties the transaction has written on any entity of a type. */
  properties(type: string): Iterable<string> {
    return this.#byType.get(type)?.keys() ?? [];
  }

  candidates(type: string, property: string, member: Parameters<typeof toIndexKey>[0]): Iterable<Id> {
    return this.#byType.get(type)?.get(property)?.byKey.get(toIndexKey(member)) ?? [];
  }

  newOf(type: string): readonly Id[] {
    return this.#new.get(type) ?? [];
  }

  #writtenOf(type: string, property: string): Written {
    const ofType = this.#byType.get(type) ?? new Map<string, Written>();
    this.#byType.set(type, ofType);
    const written = ofType.get(property) ?? { ids: new Set(), byKey: new Map() };
    ofType.set(property, written);
    return written;
  }
}

interface Written {
  readonly ids: Set<Id>;
  readonly byKey: Map<IndexKey, Set<Id>>;
}
