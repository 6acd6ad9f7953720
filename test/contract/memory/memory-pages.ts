import type { Account, AdminHost } from '../../../src/ports/admin-port.ts';
import type { IdentityHost } from '../../../src/ports/identity-port.ts';
import type { EntityPageHost, PageEntity, ProjectView } from '../../../src/ports/page-ports.ts';
import type { Entity } from '../../../src/ports/ports.ts';
import type { TrackerIdentity } from '../../../src/protocol/answers.ts';
import { type MemoryView, memoryIdentity, memoryUser } from './memory-entities.ts';
import { allEntities, createMemoryHost, findInMemory } from './memory-host.ts';
import { holds, type MemoryProject, type MemoryUser } from './memory-world.ts';

type PagePorts = Omit<EntityPageHost, 'own'> & Omit<IdentityHost, 'own'> & AdminHost;

const pages = { issue: 'issue', article: 'articles', project: 'projects', user: 'users' } as const;

/** The ports of all pages at once: every operation takes those it needs. */
export function createMemoryPages(view: MemoryView, own: Entity | undefined): PagePorts {
  const host = createMemoryHost(view, own?.project?.key);
  const toPage = (entity: Entity) => toPageEntity(entity, host.settings.fields);
  const everything = () => allEntities(view).map(toPage);
  return {
    ...host,
    appVersion: '1.0.0',
    account: toAccount(view, view.login),
    findAccount: (login) => findAccount(view, login),
    findGuest: () => toAccount(view, 'guest'),
    findEntity(reading) {
      const entity = findInMemory(view, reading);
      return entity && toPage(entity);
    },
    findProject(key) {
      const project = view.world.projects.find((one) => one.key === key);
      return project && toProjectView(view, project);
    },
    listEverLinked: () => everything().filter(({ links }) => links.read() !== undefined),
    listRecentIssues: (atMost) =>
      everything()
        .filter((entity) => entity.kind === 'issue' && entity.isVisible())
        .slice(0, atMost),
    findArticleOf: (projectKey) =>
      everything().find(
        ({ kind, project, isVisible }) => kind === 'article' && project?.key === projectKey && isVisible(),
      ),
    countIdentities: () =>
      view.world.users.filter(({ login }) => Object.keys(memoryIdentity(view, login).read()).length > 0)
        .length,
    identity: memoryIdentity(view, own?.key ?? ''),
    listUsersLike: (identity) =>
      view.world.users
        .filter(({ login }) => isLike(memoryIdentity(view, login).read(), identity))
        .map((user) => memoryUser(view, user)),
  };
}

export function toPageEntity(entity: Entity, fields: Parameters<Entity['describe']>[0]): PageEntity {
  return {
    ...entity,
    present() {
      const { summary, isResolved } = entity.describe(fields);
      return {
        ...(summary !== undefined && { summary }),
        ...(isResolved !== undefined && { isResolved }),
      };
    },
    readUrl() {
      const path = `/${pages[entity.kind]}/${entity.key}`;
      return entity.kind === 'issue' || entity.kind === 'article' ? `http://youtrack.example${path}` : path;
    },
  };
}

function toProjectView(view: MemoryView, { key, name, archived, fields }: MemoryProject): ProjectView {
  return {
    key,
    name,
    isArchived: archived === true,
    isVisible: () => holds(view.world, view.login, 'READ_PROJECT_BASIC', key),
    findFieldType: (wanted) => fields.find((field) => field.name === wanted)?.type,
  };
}

function findAccount(view: MemoryView, login: string): Account | undefined {
  const user = view.world.users.find((one) => one.login.toLowerCase() === login.toLowerCase());
  return user && toAccount(view, user.login, user);
}

function toAccount({ world }: MemoryView, login: string, user?: MemoryUser): Account {
  const known = user ?? world.users.find((one) => one.login === login);
  return {
    login,
    name: known?.fullName ?? login,
    email: known?.email,
    isBanned: known?.banned === true,
    holds: (permission, projectKey) => holds(world, login, permission, projectKey),
  };
}

function isLike(one: TrackerIdentity, other: TrackerIdentity): boolean {
  return (
    isSame(one.login?.toLowerCase(), other.login?.toLowerCase()) ||
    isSame(one.trackerUid, other.trackerUid) ||
    isSame(one.passportUid, other.passportUid)
  );
}

function isSame<T>(one: T | undefined, other: T | undefined): boolean {
  return one !== undefined && one === other;
}
