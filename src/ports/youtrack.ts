import type { NamedValue } from '../protocol/answers.ts';
import type { Disclosure } from '../protocol/disclosure.ts';
import type { EntityKind, KeyReading } from '../protocol/entity-key.ts';
import type { Result } from '../result.ts';
import type { AppStorage } from './app-storage.ts';
import type { ScheduledCall } from './scheduled-call.ts';

/**
 * YouTrack as the operations see it, for one execution of a script. An operation asks for the few members it uses
 * (`Pick<Host, …>`), so it can be run on anything that has them. What is found may be hidden from the caller: asking
 * `isVisible()` is up to the operations.
 */
export interface Host {
  readonly caller: Account;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly appVersion: string;
  /** The object that the address names; absent at global addresses and in scheduled functions. */
  readonly own?: Entity;
  /** The object by its exact kind; former and differently spelled keys find it too. */
  findEntity(reading: KeyReading): Entity | undefined;
  /** A project by its exact key. */
  findProject(key: string): Project | undefined;
  /**
   * Every object on which a flag was ever written with this value, whatever its kind. Objects without the flag are not
   * looked at: the server has no query for them that would not visit all it holds.
   */
  listFlagged(flag: FlagName, value: boolean): readonly Entity[];
  /** The same one after the other: of ten thousand nothing is kept but what the visitor keeps. */
  visitFlagged(flag: FlagName, value: boolean, visit: (entity: Entity) => void): void;
  /** Issues that contain all words of a text, as the caller may see them, at most so many. */
  searchIssues(text: string, atMost: number): readonly Entity[];
  /** Issues the caller may see, the latest changed first, at most so many; none where the server cannot search. */
  listRecentIssues(atMost: number): readonly Entity[];
  /** An issue of a project that the caller may see. */
  findIssueOf(projectKey: string): Entity | undefined;
  /** An article of a project that the caller may see, as far as a short look finds one. */
  findArticleOf(projectKey: string): Entity | undefined;
  /** In any letter case. */
  findAccount(login: string): Account | undefined;
  /** The account of everybody who does not log in. */
  findGuest(): Account | undefined;
  /** Users any of whose login or uids is the same as in this identity. Logins do not mind the letter case. */
  listUsersLike(identity: TrackerIdentity): readonly Entity[];
  /** How many users are known to be somebody in Tracker. */
  countIdentities(): number;
  /**
   * Runs one of the app's own functions later, in a transaction of its own that can write. One call per execution, and
   * at most ten in a row.
   */
  schedule(call: ScheduledCall): void;
  /** Whether this execution has used its one call. */
  hasScheduled(): boolean;
  /** What the app keeps for the whole server, of itself alone. */
  readonly storage: AppStorage;
}

/** A host whose address names an object. */
export type OwnHost = Host & { readonly own: Entity };

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** At least 0, below 1. */
  random(): number;
}

export interface Account {
  readonly login: string;
  /** As YouTrack shows it to people. */
  readonly name: string;
  readonly email: string | undefined;
  readonly isBanned: boolean;
  /** Whether it holds a permission, in one project or, without one, globally or anywhere. */
  holds(permission: string, projectKey?: string): boolean;
}

/** The app's settings: the company's rules for all projects. What a project says of itself is kept on the project. */
export interface Settings {
  readonly fields: FieldNames;
  /** Projects may be stricter. */
  readonly disclosure: Disclosure;
  readonly resolvedIconUrl: string | undefined;
  readonly unresolvedIconUrl: string | undefined;
  /** Login of the account Tracker calls with. */
  readonly serviceAccount: string | undefined;
  /** Where Tracker's pages are, without a slash at the end. */
  readonly trackerSite: string;
  readonly mirroring: Mirroring;
}

/** What Tracker is told of links, and what is shown of its issues. */
export interface Mirroring {
  /** Whether there are an organisation and an authorization to call Tracker with. */
  readonly isConnected: boolean;
  /** Tracker's ids of the applications that stand for our kinds of objects; nothing is mirrored for a kind without one. */
  readonly applications: { readonly [Kind in EntityKind]?: string };
  /** Who is shown what Tracker says of linked issues: its token may see more than they do. */
  readonly detailsFor: DetailsAudience;
}

export type DetailsAudience = 'nobody' | 'linkers' | 'readers';

/** What Tracker wants to know of an issue and finds in a custom field. */
export type FieldRole = 'status' | 'deadline' | 'assignee';

/** Names of the custom fields that hold it; undefined where none is named. */
export type FieldNames = Readonly<Record<FieldRole, string | undefined>>;

/** One object of YouTrack, with what the caller may do to it. */
export interface Entity {
  readonly kind: EntityKind;
  /** Its current key, as YouTrack spells it. */
  readonly key: string;
  /** Where it belongs, a project to itself; undefined for users. */
  readonly project: Project | undefined;
  readonly store: Store;
  /** Of users alone. */
  readonly identity?: IdentityStore;
  isVisible(): boolean;
  mayChangeLinks(): boolean;
  /**
   * What the object says of itself, unset members left out; of custom fields only those that are named here, as the
   * project spells them. To be asked only of what the caller may see.
   */
  describe(fields?: FieldNames): EntityFacts;
  /** Its page: an address where YouTrack tells one, else a path on the server. */
  readUrl(): string;
}

/** Times are epoch milliseconds. */
export interface EntityFacts {
  readonly summary?: string;
  readonly status?: NamedValue;
  /** Of issues alone. */
  readonly isResolved?: boolean;
  readonly assignee?: TrackerIdentity;
  readonly updatedAt?: number;
  readonly deadlineAt?: number;
}

/** A project, whatever the way that led to it. */
export interface Project {
  readonly key: string;
  readonly name: string;
  readonly isArchived: boolean;
  readonly store: Store;
  isVisible(): boolean;
  /** A custom field by its name, in any letter case. */
  findField(name: string): ProjectField | undefined;
  /** All custom fields, in the project's order. */
  listFields(): readonly ProjectField[];
}

export interface ProjectField {
  /** As the project spells it. */
  readonly name: string;
  /** What the server calls its type: `state[1]`, `user[*]`, `date`. */
  readonly type: string;
}

/** Texts the app keeps on objects; `entity-extensions.json` declares which kind of object has which. */
export type TextName =
  | 'trackerLinks'
  | 'trackerOwed'
  | 'trackerDisclosure'
  | 'trackerStatusField'
  | 'trackerAssigneeField'
  | 'trackerDeadlineField';

/** Flags the app keeps on objects, so that these can be found. */
export type FlagName = 'hasTrackerLinks' | 'owesTracker' | 'hasTrackerIdentity';

/** What the app keeps on one object. Overlapping writes replace each value on its own. */
export interface Store {
  /** Undefined when unset. A value that is no text is not understood, and the problem is how it prints. */
  readText(name: TextName): Result<string | undefined, string>;
  readFlag(name: FlagName): Result<boolean | undefined, string>;
  /** Writes every value given, also one that is there already; undefined clears it. */
  write(
    values: { readonly [Name in TextName]?: string | undefined } & { readonly [Name in FlagName]?: boolean },
  ): void;
}

/** Who a person is in Tracker; only the members that are known. Uids are decimal digits: they have 64 bits. */
export interface TrackerIdentity {
  readonly trackerUid?: string;
  readonly passportUid?: string;
  readonly login?: string;
}

/** Where it is kept who a user is in Tracker. */
export interface IdentityStore {
  read(): TrackerIdentity;
  /** Replaces all of it: what is not given is forgotten. */
  write(identity: TrackerIdentity): void;
}
