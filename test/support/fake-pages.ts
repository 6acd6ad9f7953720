import { encodeLinks } from '../../src/links/encode-links.ts';
import type { LinkRecord } from '../../src/links/link-set.ts';
import type { Account, AdminHost } from '../../src/ports/admin-port.ts';
import type { IdentityHost } from '../../src/ports/identity-port.ts';
import type { EntityPageHost, PageEntity, PageHost, ProjectView } from '../../src/ports/page-ports.ts';
import type { TrackerIdentity } from '../../src/protocol/answers.ts';
import { type FakeEntity, type FakeEntityOptions, fakeEntity, fakeHost, fakeScope } from './fake-host.ts';

/** A fake object that pages can show, with its links as `['TEST-1', epochMs, login]`. */
export interface FakePageOptions extends FakeEntityOptions {
  readonly links?: readonly (readonly [string, number, string])[];
  readonly flag?: boolean;
  readonly isResolved?: boolean;
  readonly url?: string;
}

export interface FakePageEntity extends FakeEntity, PageEntity {
  /** How often it was asked what it says, and whether the caller may see it. */
  readonly asked: { titles: number; visibility: number };
}

const pages = { issue: 'issue', article: 'articles', project: 'projects', user: 'users' } as const;

export function fakePage(options: FakePageOptions): FakePageEntity {
  const { kind = 'issue', key, links, facts, isResolved } = options;
  const stored = options.stored ?? (links && encodeStored(links));
  const asked = { titles: 0, visibility: 0 };
  const entity = fakeEntity({
    ...options,
    ...(stored !== undefined && { stored }),
    ...(kind === 'project' && { projectKey: key }),
  });
  entity.flag = options.flag ?? stored !== undefined;
  return Object.assign(entity, {
    asked,
    isVisible() {
      asked.visibility += 1;
      return options.isVisible ?? true;
    },
    present() {
      asked.titles += 1;
      return {
        ...(facts?.summary !== undefined && { summary: facts.summary }),
        ...(isResolved !== undefined && { isResolved }),
      };
    },
    readUrl: () => options.url ?? `/${pages[kind]}/${key}`,
  });
}

function encodeStored(links: readonly (readonly [string, number, string])[]): string {
  const records = links.map(([issueKey, at, by]): [string, LinkRecord] => [
    issueKey,
    { added: { at, by, via: by === 'robot' ? 'tracker' : 'youtrack' } },
  ]);
  return encodeLinks(new Map(records));
}

export function fakePerson(login: string, summary: string, changes: Partial<FakePageOptions> = {}) {
  return fakePage({ kind: 'user', key: login, facts: { summary }, ...changes });
}

/** A project with these fields and their types. */
export function fakeProjectView(key: string, changes: Partial<ProjectView> = {}): ProjectView {
  const types: Readonly<Record<string, string>> = {
    State: 'state[1]',
    Assignee: 'user[1]',
    'Due Date': 'date',
  };
  return {
    key,
    name: `Project ${key}`,
    isArchived: false,
    isVisible: () => true,
    findFieldType: (name) => types[name],
    ...changes,
  };
}

export interface FakeWorld {
  readonly entities: readonly FakePageEntity[];
  readonly projects?: readonly ProjectView[];
}

export function fakePageHost(
  { entities, projects = [] }: FakeWorld,
  changes: Partial<PageHost> = {},
): PageHost {
  return {
    ...fakeHost(entities),
    findEntity: ({ kind, key }) =>
      entities.find(
        (entity) =>
          entity.kind === kind && entity.foundBy.some((one) => one.toLowerCase() === key.toLowerCase()),
      ),
    listEverLinked: () => entities.filter(({ stored }) => stored !== undefined),
    findProject: (key) => projects.find((project) => project.key === key),
    ...changes,
  };
}

/** The same where the address names an object. */
export function fakePageScope(
  own: FakePageEntity,
  world: FakeWorld = { entities: [] },
  changes: Partial<PageHost> = {},
): EntityPageHost {
  return { ...fakePageHost({ ...world, entities: [own, ...world.entities] }, changes), own };
}

export function fakeAccount(login: string, changes: Partial<Account> = {}): Account {
  return { login, name: login, email: undefined, isBanned: false, holds: () => true, ...changes };
}

export function fakeAdmin(world: FakeWorld, changes: Partial<AdminHost> = {}): AdminHost {
  return {
    ...fakePageHost(world),
    appVersion: '1.2.3',
    account: fakeAccount('ada'),
    caller: { login: 'ada' },
    findAccount: () => undefined,
    findGuest: () => undefined,
    listRecentIssues: () => [],
    findArticleOf: () => undefined,
    countIdentities: () => 0,
    ...changes,
  };
}

export interface FakeIdentityHost extends IdentityHost {
  stored: TrackerIdentity;
  writes: number;
}

/** A host whose address names a person, and who is like them. */
export function fakeIdentityScope(
  own: FakePageEntity,
  likes: readonly FakePageEntity[] = [],
): FakeIdentityHost {
  const host: FakeIdentityHost = {
    ...fakeScope([own]),
    stored: {},
    writes: 0,
    identity: {
      read: () => host.stored,
      write(identity) {
        host.stored = identity;
        host.writes += 1;
      },
    },
    listUsersLike: () => likes,
  };
  return host;
}
