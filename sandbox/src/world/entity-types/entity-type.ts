/** What one property of an entity holds. Dates are numbers of epoch milliseconds. */
export interface Property {
  readonly kind: 'string' | 'number' | 'boolean' | 'date' | 'ref' | 'set';
  /** The entity type a reference, or a member of a set, is of. */
  readonly type?: string;
  /** Scripts can read it but not assign to it (for a set: not replace it). */
  readonly readonly?: true;
  /** The YouTrack version that brought it to scripts. */
  readonly since?: string;
  /** A set that is not stored here: the entities of `type` whose property of this name refers to the entity. */
  readonly inverse?: string;
  /** Not stored: worked out from something else. */
  readonly computed?: true;
  /** Stored, but no property that scripts know of. */
  readonly internal?: true;
}

/** An entity type of JetBrains' scripting reference, or one the sandbox stores for itself. */
export interface EntityType {
  readonly name: string;
  readonly extends?: string;
  /** The first half of its internal ids; only types that the store holds have one. */
  readonly typeNumber?: number;
  readonly since?: string;
  /** Scripts can make one with `new`. */
  readonly constructible?: true;
  /** Properties of the constructor itself that are plain texts, such as `State.fieldType`. */
  readonly constants?: Readonly<Record<string, string>>;
  /**
   * Its own properties, without those of the type it extends. `fields`, `links`, `extensionProperties`, `attributes`
   * and `content`, which are objects of their own making, are not listed.
   */
  readonly properties: Readonly<Record<string, Property>>;
}

export const text: Property = { kind: 'string' };
export const number: Property = { kind: 'number' };
export const flag: Property = { kind: 'boolean' };
export const date: Property = { kind: 'date' };

/** A reference to one entity. */
export function one(type: string): Property {
  return { kind: 'ref', type };
}

/** A stored set of references. */
export function many(type: string): Property {
  return { kind: 'set', type };
}

/** The entities of a type that refer back by a property. */
export function inverse(type: string, property: string): Property {
  return { kind: 'set', type, inverse: property, readonly: true };
}

/** A property scripts cannot assign to. */
export function fixed(property: Property): Property {
  return { ...property, readonly: true };
}

/** A property that is not stored. Scripts cannot assign to it. */
export function computed(property: Property): Property {
  return { ...property, readonly: true, computed: true };
}

/** A stored property that scripts do not see. */
export function internal(property: Property): Property {
  return { ...property, internal: true };
}

/** A property that scripts have had since a version of YouTrack. */
export function since(version: string, property: Property): Property {
  return { ...property, since: version };
}
