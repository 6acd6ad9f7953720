import type {
  Account,
  Disclosure,
  Entity,
  EntityFacts,
  Host,
  OwnHost,
  Project,
  ScheduledCall,
  Settings,
  Store,
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
  readonly disclosure?: Disclosure;
  /** Other keys it is found by, besides its own in any letter case. */
  readonly formerKeys?: readonly string[];
}

/** An object in memory, with what was written to it. */
export interface FakeEntity extends Entity {
  stored: string | undefined;
  flag: boolean | undefined;
  writes: number;
  readonly foundBy: readonly string[];
}

export function fakeEntity(options: FakeEntityOptions): FakeEntity {
  const { kind = 'issue', key, projectKey, facts = {} } = options;
  const entity: FakeEntity = {
    kind,
    key,
    stored: options.stored,
    flag: undefined,
    writes: 0,
    foundBy: [key, ...(options.formerKeys ?? [])],
    project:
      projectKey === undefined
        ? undefined
        : fakeProject(projectKey, { store: fakeStore({ trackerDisclosure: options.disclosure }) }),
    isVisible: () => options.isVisible ?? true,
    mayChangeLinks: () => options.mayChangeLinks ?? true,
    describe: () => facts,
    readUrl: () => `/${kind}/${key}`,
    store: {
      readText: () => succeed(entity.stored),
      readFlag: () => succeed(entity.flag),
      write({ trackerLinks, hasTrackerLinks }) {
        entity.stored = trackerLinks;
        entity.flag = hasTrackerLinks;
        entity.writes += 1;
      },
    },
  };
  return entity;
}

/** A project with these fields and their types. */
export function fakeProject(key: string, changes: Partial<Project> = {}): Project {
  const types: Readonly<Record<string, string>> = {
    State: 'state[1]',
    Assignee: 'user[1]',
    'Due Date': 'date',
  };
  return {
    key,
    name: `Project ${key}`,
    isArchived: false,
    store: fakeStore({}),
    isVisible: () => true,
    findField(name) {
      const type = types[name];
      return type === undefined ? undefined : { name, type };
    },
    ...changes,
  };
}

/** Texts that are kept in memory. */
export function fakeStore(texts: { trackerDisclosure?: string | undefined }): Store {
  let disclosure = texts.trackerDisclosure;
  return {
    readText: () => succeed(disclosure),
    readFlag: () => succeed(undefined),
    write({ trackerDisclosure }) {
      disclosure = trackerDisclosure;
    },
  };
}

export function fakeAccount(login: string, changes: Partial<Account> = {}): Account {
  return { login, name: login, email: undefined, isBanned: false, holds: () => true, ...changes };
}

export const settings: Settings = {
  fields: { status: 'State', deadline: 'Due Date', assignee: 'Assignee' },
  disclosure: 'full',
  resolvedIconUrl: undefined,
  unresolvedIconUrl: undefined,
  serviceAccount: 'tracker-bot',
  trackerSite: 'https://tracker.yandex.ru',
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
    listFlagged: (_, value) => entities.filter(({ flag }) => flag === value),
    listRecentIssues: () => [],
    findArticleOf: () => undefined,
    findAccount: () => undefined,
    findGuest: () => undefined,
    listUsersLike: () => [],
    countIdentities: () => 0,
    searchIssues: () => [],
    schedule: (call) => scheduled.push(call),
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
