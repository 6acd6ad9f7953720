import { encodeLinks } from '../../src/links/link-codec.ts';
import type { LinkRecord } from '../../src/links/link-set.ts';
import type { Host, OwnHost, Project, TrackerIdentity } from '../../src/ports/youtrack.ts';
import {
  type FakeEntity,
  type FakeEntityOptions,
  fakeAccount,
  fakeEntity,
  fakeHost,
  fakeScope,
} from './fake-host.ts';

/** A fake object that pages can show, with its links as `['TEST-1', epochMs, login]`. */
export interface FakePageOptions extends FakeEntityOptions {
  readonly links?: readonly (readonly [string, number, string])[];
  readonly flag?: boolean;
  readonly isResolved?: boolean;
  readonly url?: string;
}

export interface FakePageEntity extends FakeEntity {
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
    describe() {
      asked.titles += 1;
      return { ...facts, ...(isResolved !== undefined && { isResolved }) };
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

export interface FakeWorld {
  readonly entities: readonly FakePageEntity[];
  readonly projects?: readonly Project[];
}

export function fakePageHost({ entities, projects = [] }: FakeWorld, changes: Partial<Host> = {}): Host {
  return {
    ...fakeHost(entities),
    findEntity: ({ kind, key }) =>
      entities.find(
        (entity) =>
          entity.kind === kind && entity.foundBy.some((one) => one.toLowerCase() === key.toLowerCase()),
      ),
    findProject: (key) => projects.find((project) => project.key === key),
    ...changes,
  };
}

/** The same where the address names an object. */
export function fakePageScope(
  own: FakePageEntity,
  world: FakeWorld = { entities: [] },
  changes: Partial<Host> = {},
): OwnHost {
  return { ...fakePageHost({ ...world, entities: [own, ...world.entities] }, changes), own };
}

export function fakeAdmin(world: FakeWorld, changes: Partial<Host> = {}): Host {
  return { ...fakePageHost(world), caller: fakeAccount('ada'), ...changes };
}

export interface FakeIdentityHost extends OwnHost {
  stored: TrackerIdentity;
  writes: number;
}

/** A host whose address names a person, and who is like them. */
export function fakeIdentityScope(
  person: FakePageEntity,
  likes: readonly FakePageEntity[] = [],
): FakeIdentityHost {
  const identity = {
    read: () => host.stored,
    write(written: TrackerIdentity) {
      host.stored = written;
      host.writes += 1;
    },
  };
  const own = { ...person, identity };
  const host: FakeIdentityHost = { ...fakeScope([own]), stored: {}, writes: 0, listUsersLike: () => likes };
  return host;
}
