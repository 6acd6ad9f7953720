import type { NamedValue, TrackerIdentity } from '../protocol/answers.ts';
import type { EntityKind, KeyReading } from '../protocol/entity-key.ts';

/**
 * YouTrack as the operations see it. An operation asks for the few members it uses (`Pick<Host, …>`), so it can be run
 * on anything that has them.
 */
export interface Host {
  readonly caller: Caller;
  readonly clock: HostClock;
  readonly settings: Settings;
  /** The object by its exact kind, whoever may see it; former and differently spelled keys find it too. */
  findEntity(reading: KeyReading): Entity | undefined;
  /**
   * Runs one of the app's own functions later, in a transaction of its own that can write. One call per execution, and
   * at most ten in a row.
   */
  schedule(call: ScheduledCall): void;
}

/** A host whose address names nothing, so that everything can be asked of it. */
export interface GlobalHost extends Host {
  /** Every object whose links are not empty, whoever may see it. */
  listLinkedEntities(): readonly Entity[];
  /** Issues that contain all words of a text, as the caller may see them, at most so many. */
  searchIssues(text: string, atMost: number): readonly Entity[];
}

/** A host whose address names an object. */
export interface EntityHost extends Host {
  readonly own: Entity;
}

export interface ScheduledCall {
  readonly name: ScheduledName;
  readonly delayMs: number;
  /** Whatever the function has to know, as text. */
  readonly state: string;
}

/** The functions that can be scheduled. */
export type ScheduledName = 'settleLinks' | 'rememberDisclosure';

export interface Caller {
  readonly login: string;
}

export interface HostClock {
  /** Epoch milliseconds. */
  now(): number;
  /** At least 0, below 1. */
  random(): number;
}

/** How much an object tells about itself in Tracker, from all to least. */
export type Disclosure = 'full' | 'status' | 'key';

/** The app's settings as they hold where the code runs: a project's own in its scope, the global ones elsewhere. */
export interface Settings {
  readonly fields: FieldNames;
  readonly disclosure: Disclosure;
  readonly resolvedIconUrl: string | undefined;
  readonly unresolvedIconUrl: string | undefined;
  /** Login of the account Tracker calls with. */
  readonly serviceAccount: string | undefined;
  /** Where Tracker's pages are, without a slash at the end. */
  readonly trackerSite: string;
}

/** Names of the custom fields that hold what Tracker wants to know. */
export interface FieldNames {
  readonly status: string;
  readonly deadline: string;
  readonly assignee: string;
}

/** One YouTrack object, with what the caller may do to it. */
export interface Entity {
  readonly kind: EntityKind;
  /** Its current key, as YouTrack spells it. */
  readonly key: string;
  /** Where it belongs; undefined for users. */
  readonly project: EntityProject | undefined;
  readonly links: LinkStore;
  isVisible(): boolean;
  mayChangeLinks(): boolean;
  /** What the object says of itself, unset members left out. */
  describe(fields: FieldNames): EntityFacts;
}

export interface EntityProject {
  readonly key: string;
  /** The disclosure level its own settings asked for when last seen; undefined when they never were. */
  readDisclosure(): Disclosure | undefined;
  writeDisclosure(level: Disclosure): void;
}

/** Where an object's links are kept: a text and a flag by which linked objects are found. */
export interface LinkStore {
  /** The stored text, undefined when there is none. */
  read(): string | undefined;
  hasLinks(): boolean;
  /** Writes both, always: overlapping writes replace each property on its own. */
  write(text: string, hasLinks: boolean): void;
}

/** Times are epoch milliseconds. */
export interface EntityFacts {
  readonly summary?: string;
  readonly status?: NamedValue;
  readonly isResolved?: boolean;
  readonly assignee?: TrackerIdentity;
  readonly updatedAt?: number;
  readonly deadlineAt?: number;
}
