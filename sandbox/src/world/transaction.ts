/**
 * What every part of the sandbox knows of the stored world: entities with properties, read and written
 * inside transactions. Nothing here knows what an issue is; `entity-types.ts` does.
 */

/** An entity's internal id, as YouTrack writes it: the type's number, a dash, a running number (`2-17`). */
export type Id = string;

/** A reference to another entity, as it is stored. */
export interface Ref {
  readonly ref: Id;
}

/** What one property can hold. `null` is "unset"; a list stands for a set, and an empty one is `null`. */
export type Value = string | number | boolean | null | Ref | readonly Ref[] | readonly string[];

/** An element of a property that stands for a set. */
export type Member = Ref | string;

/** The entities of a type that refer to others by some properties: `{type: 'IssueLink', where: {source: {ref: '2-1'}}}`. */
export interface EntityGroup {
  readonly type: string;
  readonly where: Readonly<Record<string, Ref>>;
}

/**
 * One consistent view of the world and the writes made on top of it. A transaction never sees what others commit
 * after it began; its own writes it sees at once. Property names are those of JetBrains' scripting reference
 * (`summary`, `project`, `permittedGroups`…), custom fields are `field:<name>`, an app's extension properties
 * `ext:<app>:<property>`.
 */
export interface Transaction {
  readonly isReadonly: boolean;
  /** The entity's type name (`Issue`), or undefined when this transaction sees no such entity (any more). */
  typeOf(id: Id): string | undefined;
  /**
   * The property's value, `null` when unset. References to entities that are gone are left out (so a set whose
   * members are all gone reads as an empty list). An entity that this transaction removed itself still answers with
   * its last values.
   */
  get(id: Id, property: string): Value;
  /** The value this transaction found when it began, whatever it has written since; `null` for a new entity. */
  original(id: Id, property: string): Value;
  /**
   * Writes a value. Committed over what others have written meanwhile, a single value replaces theirs and `null` empties
   * a set with all they have added to it; a list stands for the additions to and removals from what was read here, and
   * theirs stay.
   * @throws ReadonlyTransactionError in a read-only transaction.
   */
  set(id: Id, property: string, value: Value): void;
  /** Adds an element to a set; others' additions stay. @throws ReadonlyTransactionError in a read-only transaction. */
  add(id: Id, property: string, member: Member): void;
  /** Takes an element out of a set. @throws ReadonlyTransactionError in a read-only transaction. */
  delete(id: Id, property: string, member: Member): void;
  /**
   * @returns the id of the new entity or, where entities stand for the elements of a set (`setLike`), of the one that
   *   is there already
   * @throws ReadonlyTransactionError in a read-only transaction.
   */
  create(type: string, properties: Readonly<Record<string, Value>>): Id;
  /** @throws ReadonlyTransactionError in a read-only transaction. */
  remove(id: Id): void;
  /**
   * Removes the entities that refer to some others, those as well that other transactions make until this one commits.
   * @throws ReadonlyTransactionError in a read-only transaction.
   */
  empty(group: EntityGroup): void;
  isNew(id: Id): boolean;
  isRemoved(id: Id): boolean;
  /**
   * Entities of a type whose property equals the value (a set: contains it), by index, in the order of creation.
   * Texts match in any letter case.
   */
  find(type: string, property: string, value: Value): Id[];
  /** Entities of a type that have an extension property set, by index. */
  having(type: string, property: string): Id[];
  /** Names of the extension properties (`ext:…`) that any entity of a type has or had. */
  extensionNames(type: string): string[];
  /** Every entity of a type, in the order of creation. */
  all(type: string): Iterable<Id>;
  /** Names of the properties set on an entity that begin with the prefix (`field:`). */
  properties(id: Id, prefix: string): string[];
  /** Entities this transaction has created, removed or written to. */
  touched(): Iterable<Id>;
  /** Names of the properties this transaction has written on an entity, cleared ones included. */
  written(id: Id): string[];
  /**
   * The next number of a sequence (`issue:0-1`). Transactions never share one, and one that is undone does not
   * give its numbers back, so two overlapping creations cannot make the same `DEMO-5`.
   * @throws ReadonlyTransactionError in a read-only transaction.
   */
  takeNumber(sequence: string): number;
  /** How many writes this transaction has made to a type's entities: what is cached of them is good while it stays. */
  writesTo(type: string): number;
}

/** What a write in a read-only transaction throws; scripts see it as `ReadonlyTransactionException`. */
export class ReadonlyTransactionError extends Error {
  override readonly name = 'ReadonlyTransactionError';
}

/** Runs work in transactions, in the way the sandbox was told to (`--writes serial|overlapping`). */
export interface Transactions {
  /**
   * Begins a transaction, runs the work, commits and resolves with its result; when the work throws or rejects, nothing
   * of it is kept and the error goes on to the caller.
   */
  run<T>(
    mode: 'read' | 'write',
    work: (transaction: Transaction) => T | Promise<T>,
    options?: RunOptions,
  ): Promise<T>;
}

export interface RunOptions {
  /**
   * Where overlapping transactions wait before they commit: in real time (requests, the default), or on the sandbox's
   * clock (jobs), so that a test that moves the clock decides when a job's writes land.
   */
  readonly holdOn?: 'wall' | 'clock';
}
