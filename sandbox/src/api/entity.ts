import type { EntityRef } from './wire.ts';

/**
 * Script-side objects for stored entities. An object knows nothing but which entity it stands for; every read and write
 * goes to the host. Within one execution the same entity is always the same object; JetBrains' documentation still asks
 * scripts to compare by id, login or name.
 */
class Given {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: what a base class returns is what its heirs get their fields on
    return object;
  }
}

/** What belongs to such an object and is made when it is first asked for. */
export class Parts {
  extensionProperties: object | undefined;
  fields: object | undefined;
  links: object | undefined;
}

/**
 * An object that stands for an entity: which one is in a field that no script can reach, on whatever object it is given. With ten
 * thousand of them a WeakMap would keep the garbage collector busy for as long as all the rest takes.
 */
class Bearer extends Given {
  #reference: EntityRef;
  readonly #parts: Parts = new Parts();

  constructor(object: object, reference: EntityRef) {
    super(object);
    this.#reference = reference;
  }

  static of(object: object): EntityRef | undefined {
    return #reference in object ? object.#reference : undefined;
  }

  static partsOf(object: object): Parts {
    return #parts in object ? object.#parts : new Parts();
  }
}

const prototypes = new Map<string, object>();

let wrappers = new Map<string, object>();
let generation = 0;

/** Called between executions: what one execution read must not be taken for the truth in the next. */
export function forgetEntities(): void {
  wrappers = new Map();
  generation += 1;
}

/** Grows with every call that may change something; cached lists are good for one generation. */
export function currentGeneration(): number {
  return generation;
}

/** Called whenever a script may have changed something. */
export function noteChange(): void {
  generation += 1;
}

/** Says of which class a type's objects are. */
export function registerPrototype(type: string, prototype: object): void {
  prototypes.set(type, prototype);
}

/** The object that stands for an entity in this execution. */
export function wrapEntity({ type, id }: EntityRef): object {
  const known = wrappers.get(id);
  if (known !== undefined) return known;
  const wrapper: object = Object.create(prototypes.get(type) ?? prototypes.get('BaseEntity') ?? null);
  bindEntity(wrapper, { type, id });
  return wrapper;
}

/** Makes an object (fresh from a constructor) stand for an entity. */
export function bindEntity(wrapper: object, reference: EntityRef): void {
  bear(wrapper, reference);
  wrappers.set(reference.id, wrapper);
}

/** A second object for an entity, which may carry properties of its own (`ctx.State.Fixed`). */
export function bindHandle(reference: EntityRef): object {
  const handle: object = Object.create(
    prototypes.get(reference.type) ?? prototypes.get('BaseEntity') ?? null,
  );
  bear(handle, reference);
  return handle;
}

function bear(object: object, reference: EntityRef): void {
  new Bearer(object, reference);
}

/** One of its parts, the same one each time. */
export function partOf(entity: object, name: keyof Parts, make: (entity: object) => object): object {
  const parts = Bearer.partsOf(entity);
  parts[name] ??= make(entity);
  return parts[name];
}

/** Which entity an object stands for; undefined when it is no entity. */
export function findReference(value: unknown): EntityRef | undefined {
  return typeof value === 'object' && value !== null ? Bearer.of(value) : undefined;
}

/** @throws TypeError when a member of an entity type is used on something else (`Issue.prototype.summary`) */
export function referenceOf(value: unknown, member: string): EntityRef {
  const reference = findReference(value);
  if (reference === undefined) throw new TypeError(`${member} is a member of an entity, and this is not one`);
  return reference;
}
