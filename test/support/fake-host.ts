import type { AppStorage, StoredName } from '../../src/ports/app-storage.ts';
import type { ScheduledCall } from '../../src/ports/scheduled-call.ts';
import type {
  Account,
  Entity,
  EntityFacts,
  FlagName,
  Host,
  OwnHost,
  Project,
  Settings,
  Store,
  TextName,
} from '../../src/ports/youtrack.ts';
import type { EntityKind } from '../../src/protocol/entity-key.ts';
import { succeed } from '../../src/result.ts';

/** What one fake object is and lets its caller do. */
export interface FakeEntityOptions {
  readonly kind?: EntityKind;
  readonly key: string;
  readonly projectKey?: string;
  readonly isVisible?: boolean;
  readonly mayChangeLinks?: boolean;
  readonly facts?: EntityFacts;
  readonly stored?: string;
  /** In place of one made of `projectKey`. */
  readonly project?: Project;
  /** Other keys it is found by, besides its own in any letter case. */
  readonly formerKeys?: readonly string[];
}

/** An object in memory, with what was written to it. */
export interface FakeEntity extends Entity {
  stored: string | undefined;
  flag: boolean | undefined;
  /** What is still to be told to Tracker, and the flag to find it by. */
  owed: string | undefined;
  owes: boolean | undefined;
  writes: number;
  readonly foundBy: string[];
}

export function fakeEntity(options: FakeEntityOptions): FakeEntity {
  const { kind = 'issue', key, projectKey, facts = {} } = options;
  const entity: FakeEntity = {
    kind,
    key,
    stored: options.stored,
    flag: undefined,
    owed: undefined,
    owes: undefined,
    writes: 0,
    foundBy: [key, ...(options.formerKeys ?? [])],
    project: options.project ?? (projectKey === undefined ? undefined : fakeProject(projectKey)),
    isVisible: () => options.isVisible ?? true,
    mayChangeLinks: () => options.mayChangeLinks ?? true,
    describe: () => facts,
    readUrl: () => `/${kind}/${key}`,
    store: {
      readText: (name) => succeed(readKept(entity, name)),
      readFlag: (name) => succeed(readKeptFlag(entity, name)),
      write(values) {
        if ('trackerLinks' in values) entity.stored = values.trackerLinks;
        if ('hasTrackerLinks' in values) entity.flag = values.hasTrackerLinks;
        if ('trackerOwed' in values) entity.owed = values.trackerOwed;
        if ('owesTracker' in values) entity.owes = values.owesTracker;
        entity.writes += 1;
      },
    },
  };
  return entity;
}

/** What was never written, and what the app declares nowhere, is unset. */
function readKept({ stored, owed }: FakeEntity, name: TextName): string | undefined {
  if (name === 'trackerOwed') return owed;
  return name === 'trackerLinks' ? stored : undefined;
}

function readKeptFlag({ flag, owes }: FakeEntity, name: FlagName): boolean | undefined {
  if (name === 'owesTracker') return owes;
  return name === 'hasTrackerLinks' ? flag : undefined;
}

export interface FakeProjectOptions extends Partial<Project> {
  /** Its custom fields: name → type, as the server writes it. */
  readonly types?: Readonly<Record<string, string>>;
  /** What it says of itself. */
  readonly own?: Texts;
}

/** A project with the usual fields, or with these. */
export function fakeProject(
  key: string,
  {
    types = { State: 'state[1]', Assignee: 'user[1]', 'Due Date': 'date' },
    own = {},
    ...changes
  }: FakeProjectOptions = {},
): Project {
  const fields = Object.entries(types).map(([name, type]) => ({ name, type }));
  return {
    key,
    name: `Project ${key}`,
    isArchived: false,
    store: fakeStore(own),
    isVisible: () => true,
    findField: (wanted) => fields.find(({ name }) => name.toLowerCase() === wanted.toLowerCase()),
    listFields: () => fields,
    ...changes,
  };
}

type Texts = { readonly [Name in TextName]?: string | undefined };

/** Texts that are kept in memory. */
export function fakeStore(texts: Texts): Store {
  let kept = texts;
  return {
    readText: (name) => succeed(kept[name]),
    readFlag: () => succeed(undefined),
    write(values) {
      kept = { ...kept, ...values };
    },
  };
}

/** What the app keeps for the whole server, in memory. */
export function fakeStorage(texts: { readonly [Name in StoredName]?: string } = {}): AppStorage {
  const kept: { [Name in StoredName]?: string | undefined } = { ...texts };
  return {
    readText: (name) => succeed(kept[name]),
    write(name, value) {
      kept[name] = value;
    },
  };
}

export function fakeAccount(login: string, changes: Partial<Account> = {}): Account {
  return { login, name: login, email: undefined, isBanned: false, holds: () => true, ...changes };
}

export const settings: Settings = {
  fields: { status: undefined, deadline: undefined, assignee: undefined },
  disclosure: 'full',
  resolvedIconUrl: undefined,
  unresolvedIconUrl: undefined,
  serviceAccount: 'tracker-bot',
  trackerSite: 'https://tracker.yandex.ru',
  mirroring: { isConnected: false, applications: {}, detailsFor: 'nobody' },
};

export interface FakeHost extends Host {
  readonly scheduled: ScheduledCall[];
}

/** A host with these objects; its clock stands still and its dice always show the middle. */
export function fakeHost(entities: readonly FakeEntity[], changes: Partial<Host> = {}): FakeHost {
  const scheduled: ScheduledCall[] = [];
  return {
    caller: fakeAccount('jane'),
    appVersion: '1.2.3',
    clock: { now: () => 1_767_225_600_000, random: () => 0.5 },
    settings,
    scheduled,
    findEntity: ({ kind, key }) =>
      entities.find(
        (entity) =>
          entity.kind === kind && entity.foundBy.some((one) => one.toLowerCase() === key.toLowerCase()),
      ),
    findProject: () => undefined,
    listFlagged: (name, value) => entities.filter((entity) => readKeptFlag(entity, name) === value),
    visitFlagged: (name, value, visit) =>
      entities.filter((entity) => readKeptFlag(entity, name) === value).forEach(visit),
    listRecentIssues: () => [],
    findIssueOf: () => undefined,
    findArticleOf: () => undefined,
    findAccount: () => undefined,
    findGuest: () => undefined,
    listUsersLike: () => [],
    countIdentities: () => 0,
    searchIssues: () => [],
    schedule: (call) => scheduled.push(call),
    hasScheduled: () => scheduled.length > 0,
    storage: fakeStorage(),
    ...changes,
  };
}

/** The same where the address names the first object. */
export function fakeScope(
  entities: readonly [FakeEntity, ...FakeEntity[]],
  changes: Partial<Host> = {},
): FakeHost & OwnHost {
  return { ...fakeHost(entities, changes), own: entities[0] };
}
