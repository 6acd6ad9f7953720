import type { IdentityStore } from '../../../src/ports/identity-port.ts';
import type { Entity, EntityFacts, EntityProject, FieldNames, LinkStore } from '../../../src/ports/ports.ts';
import type { TrackerIdentity } from '../../../src/protocol/answers.ts';
import { readDisclosure } from '../../../src/youtrack/read-settings.ts';
import {
  holds,
  isOpenTo,
  type MemoryArticle,
  type MemoryIssue,
  type MemoryProject,
  type MemoryUser,
  type MemoryWorld,
  projectOf,
} from './memory-world.ts';

/** What is stored on entities, by `Issue DEMO-1`. */
export type MemoryStore = Map<string, Record<string, unknown>>;

/** A world, what is stored in it, and who looks at it. */
export interface MemoryView {
  readonly world: MemoryWorld;
  readonly store: MemoryStore;
  readonly login: string;
}

export function memoryIssue(view: MemoryView, issue: MemoryIssue): Entity {
  const project = projectOf(issue.id);
  const may = (key: string) => holds(view.world, view.login, key, project);
  return {
    kind: 'issue',
    key: issue.id,
    project: memoryEntityProject(view, project),
    links: memoryLinks(view, `Issue ${issue.id}`),
    isVisible: () => may('READ_ISSUE') && isOpenTo(view.world, view.login, issue),
    mayChangeLinks: () => may('LINK_ISSUE') || may('UPDATE_ISSUE'),
    describe: (names) => describeIssue(view, issue, names),
  };
}

export function memoryArticle(view: MemoryView, article: MemoryArticle): Entity {
  const project = projectOf(article.id);
  const above = (one: MemoryArticle): readonly MemoryArticle[] => {
    const parent = view.world.articles.find(({ id }) => id === one.parent);
    return parent === undefined ? [one] : [one, ...above(parent)];
  };
  return {
    kind: 'article',
    key: article.id,
    project: memoryEntityProject(view, project),
    links: memoryLinks(view, `Article ${article.id}`),
    isVisible: () =>
      holds(view.world, view.login, 'READ_ARTICLE', project) &&
      above(article).every((one) => isOpenTo(view.world, view.login, one)),
    mayChangeLinks: () => holds(view.world, view.login, 'UPDATE_ARTICLE', project),
    describe: () => ({
      summary: article.summary,
      updatedAt: article.updated,
      ...withAssignee(identityOf(view, article.author)),
    }),
  };
}

export function memoryProject(view: MemoryView, project: MemoryProject): Entity {
  const may = (key: string) => holds(view.world, view.login, key, project.key);
  return {
    kind: 'project',
    key: project.key,
    project: memoryEntityProject(view, project.key),
    links: memoryLinks(view, `Project ${project.key}`),
    isVisible: () => may('READ_PROJECT_BASIC'),
    mayChangeLinks: () => may('UPDATE_PROJECT'),
    describe: () => ({
      summary: project.name,
      ...withAssignee(identityOf(view, project.leader)),
      ...(project.archived ? { status: { name: 'Archived' } } : {}),
    }),
  };
}

export function memoryUser(view: MemoryView, user: MemoryUser): Entity {
  const isOneself = user.login === view.login;
  return {
    kind: 'user',
    key: user.login,
    project: undefined,
    links: memoryLinks(view, `User ${user.login}`),
    isVisible: () => isOneself || holds(view.world, view.login, 'READ_USER_BASIC'),
    mayChangeLinks: () => isOneself || holds(view.world, view.login, 'UPDATE_USER'),
    describe: () => ({ summary: user.fullName, ...(user.banned ? { status: { name: 'Banned' } } : {}) }),
  };
}

function describeIssue(view: MemoryView, issue: MemoryIssue, names: FieldNames): EntityFacts {
  const { fields } = issue;
  const project = view.world.projects.find(({ key }) => key === projectOf(issue.id));
  const chosenIn = (field: string) =>
    project?.fields.find(({ name }) => name === field)?.values?.find(({ name }) => name === fields[field]);
  const status = chosenIn(names.status);
  const deadlineAt = fields[names.deadline];
  return {
    summary: issue.summary,
    updatedAt: issue.updated,
    isResolved: chosenIn('State')?.isResolved === true,
    ...withAssignee(identityOf(view, String(fields[names.assignee]))),
    ...(typeof deadlineAt === 'number' ? { deadlineAt } : {}),
    ...(status === undefined
      ? {}
      : {
          status: {
            name: status.name,
            ...(status.description === undefined ? {} : { description: status.description }),
          },
        }),
  };
}

function identityOf({ store }: MemoryView, login: string): TrackerIdentity | undefined {
  return store.get(`User ${login}`) as TrackerIdentity | undefined;
}

/** Who a user is in Tracker, to be read and replaced. */
export function memoryIdentity({ store }: MemoryView, user: string): IdentityStore {
  const name = `User ${user}`;
  return {
    read: () => identityIn(store.get(name)),
    write({ login, trackerUid, passportUid }) {
      store.set(name, { ...store.get(name), login, trackerUid, passportUid });
    },
  };
}

/** Only the members Tracker knows of: a user's links are kept in the same place. */
function withAssignee(stored: TrackerIdentity | undefined): Pick<EntityFacts, 'assignee'> {
  const assignee = identityIn(stored);
  return Object.keys(assignee).length === 0 ? {} : { assignee };
}

function identityIn(stored: object | undefined): TrackerIdentity {
  const { trackerUid, passportUid, login } = (stored ?? {}) as TrackerIdentity;
  return JSON.parse(JSON.stringify({ trackerUid, passportUid, login })) as TrackerIdentity;
}

function memoryLinks({ store }: MemoryView, name: string): LinkStore {
  return {
    read: () => store.get(name)?.trackerLinks as string | undefined,
    hasLinks: () => store.get(name)?.hasTrackerLinks === true,
    write(trackerLinks, hasTrackerLinks) {
      store.set(name, { ...store.get(name), trackerLinks, hasTrackerLinks });
    },
  };
}

function memoryEntityProject({ store }: MemoryView, key: string): EntityProject {
  const name = `Project ${key}`;
  return {
    key,
    readDisclosure: () => readDisclosure(store.get(name)?.trackerDisclosure),
    writeDisclosure(trackerDisclosure) {
      store.set(name, { ...store.get(name), trackerDisclosure });
    },
  };
}
