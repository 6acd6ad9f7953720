import type { Id, Ref, Value } from '../transaction.ts';
import { foldCase } from '../values.ts';
import { formatPath, type WorldProblem } from '../world-error.ts';
import type { FieldKind } from '../world-file/projects.ts';
import type { CreatedEntity } from '../write-set.ts';

export type Path = readonly PropertyKey[];

/** What kind of thing a name in the file stands for, as messages call it. */
export type Kind =
  | 'user'
  | 'group'
  | 'project'
  | 'issue'
  | 'article'
  | 'link type'
  | 'tag'
  | 'work item type'
  | 'former issue id'
  | 'former article id';

/** A project and what its issues need to know of it. */
export interface LoadedProject {
  readonly ref: Ref;
  /** By name without letter case. */
  readonly fields: ReadonlyMap<string, LoadedField>;
}

/** A project's custom field and the values it offers. */
export interface LoadedField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly isMulti: boolean;
  /** The issue property that holds its value. */
  readonly property: string;
  /** By name without letter case; empty for fields without values of their own. */
  readonly values: ReadonlyMap<string, LoadedValue>;
}

export interface LoadedValue {
  readonly ref: Ref;
  readonly isResolved: boolean;
}

/** A link type as seen from one of its ends. */
export interface LoadedLinkEnd {
  readonly ref: Ref;
  readonly isOutward: boolean;
  readonly isDirected: boolean;
}

/**
 * A world while its file is being read: the entities so far, what their names in the file are, and what was wrong.
 * Loading goes on after a problem, so that one run tells of all of them.
 */
export class LoadingWorld {
  readonly entities: CreatedEntity[] = [];
  readonly problems: WorldProblem[] = [];
  readonly projects = new Map<string, LoadedProject>();
  readonly linkEnds = new Map<string, LoadedLinkEnd>();
  /** The group of all users, once groups are loaded. */
  allUsers: Ref | undefined;
  /** The time entities get that name none. */
  readonly now: number;
  readonly #newId: (type: string) => Id;
  readonly #named = new Map<Kind, Map<string, Ref>>();

  constructor({ newId, now }: { newId: (type: string) => Id; now: number }) {
    this.#newId = newId;
    this.now = now;
  }

  /** An id for an entity that others refer to before it is created. */
  reserve(type: string): Ref {
    return { ref: this.#newId(type) };
  }

  /** Adds an entity; properties without a value are left out. */
  create(
    type: string,
    properties: Readonly<Record<string, Value | undefined>>,
    ref = this.reserve(type),
  ): Ref {
    const values: Record<string, Value> = {};
    for (const property in properties) {
      const value = properties[property];
      if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0))
        values[property] = value;
    }
    this.entities.push({ id: ref.ref, type, values });
    return ref;
  }

  /** Tells the file's name of an entity; a second entity of that name is a problem. */
  name(kind: Kind, { name, ref, path }: { name: string; ref: Ref; path: Path }): void {
    const ofKind = this.#named.get(kind) ?? new Map<string, Ref>();
    this.#named.set(kind, ofKind);
    const key = foldCase(name);
    if (ofKind.has(key)) this.problem(path, `there are two ${kind}s called ${JSON.stringify(name)}`);
    ofKind.set(key, ref);
  }

  known(kind: Kind, name: string): Ref | undefined {
    return this.#named.get(kind)?.get(foldCase(name));
  }

  /** The entity of a name, `undefined` for no name; a name that nothing has is a problem. */
  find(kind: Kind, name: string | null | undefined, path: Path): Ref | undefined {
    if (name === undefined || name === null) return undefined;
    const ref = this.known(kind, name);
    if (ref === undefined) this.problem(path, `there is no ${kind} ${JSON.stringify(name)}`);
    return ref;
  }

  findAll(kind: Kind, names: readonly string[] | undefined, path: Path): Ref[] {
    if (names === undefined || names.length === 0) return [];
    const refs = new Map<Id, Ref>();
    for (const [index, name] of names.entries()) {
      const ref = this.find(kind, name, [...path, index]);
      if (ref !== undefined) refs.set(ref.ref, ref);
    }
    return [...refs.values()];
  }

  problem(path: Path, message: string): void {
    this.problems.push({ path: formatPath(path), message });
  }
}
