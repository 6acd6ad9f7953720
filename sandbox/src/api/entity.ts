import type { EntityRef } from './wire.ts';

/**
 * Script-side objects for stored entities. An object knows nothing but which entity it stands for; every read and write
 * goes to the host. Within one execution the same entity is always the same object; JetBrains' documentation still asks
 * scripts to compare by id, login or name.
 */
const references = new WeakMap<object, EntityRef>();
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
  references.set(wrapper, reference);
  wrappers.set(reference.id, wrapper);
}

/** A second object for an entity, which may carry properties of its own (`ctx.State.Fixed`). */
export function bindHandle(reference: EntityRef): object {
  const handle: object = Object.create(
    prototypes.get(reference.type) ?? prototypes.get('BaseEntity') ?? null,
  );
  references.set(handle, reference);
  return handle;
}

/** Which entity an object stands for; undefined when it is no entity. */
export function findReference(value: unknown): EntityRef | undefined {
  return typeof value === 'object' && value !== null ? references.get(value) : undefined;
}

/** @throws TypeError when a member of an entity type is used on something else (`Issue.prototype.summary`) */
export function referenceOf(value: unknown, member: string): EntityRef {
  const reference = findReference(value);
  if (reference === undefined) throw new TypeError(`${member} is a member of an entity, and this is not one`);
  return reference;
}
