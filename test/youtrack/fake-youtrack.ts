import type {
  Article,
  EntitySet,
  Issue,
  IssueFields,
  Project,
  User,
  UserGroup,
} from '@jetbrains/youtrack-scripting-api/entities';
import type { Execution } from '../../src/youtrack/execution.ts';
import type { YouTrack } from '../../src/youtrack/youtrack.ts';

/** YouTrack's own collection: it can be visited, but has no iterator. */
export function fakeSet<T>(...elements: T[]): EntitySet<T> {
  return {
    forEach: (visitor) => elements.forEach((element) => void visitor(element)),
    find: (predicate) => elements.find((element) => predicate(element)),
    isEmpty: () => elements.length === 0,
  };
}

export interface FakeUserOptions {
  readonly login: string;
  readonly visibleName?: string;
  readonly isBanned?: boolean;
  /** `UPDATE_ISSUE@DEMO` for a project's permission, `READ_USER_BASIC` for a global one. */
  readonly permissions?: readonly string[];
  readonly groups?: readonly string[];
  readonly extensionProperties?: Record<string, unknown>;
}

export function fakeUser(options: FakeUserOptions): User {
  const { login, permissions = [], groups = [] } = options;
  return {
    login,
    visibleName: options.visibleName ?? login,
    email: null,
    isBanned: options.isBanned ?? false,
    extensionProperties: options.extensionProperties ?? {},
    hasPermission: (key, project) =>
      permissions.some((one) => (project ? one === `${key}@${project.key}` : one.split('@')[0] === key)) ||
      permissions.includes(key),
    isInGroup: (name) => groups.includes(name),
  };
}

export function fakeProject(changes: Partial<Project> & { fieldNames?: readonly string[] } = {}): Project {
  const { fieldNames = ['State', 'Assignee', 'Due Date'], ...others } = changes;
  const fields = fieldNames.map((name) => ({ name, typeName: 'string' }));
  return {
    key: 'DEMO',
    name: 'Демо',
    leader: null,
    isArchived: false,
    articles: fakeSet<Article>(),
    extensionProperties: {},
    fields: fakeSet(...fields),
    findFieldByName: (wanted) =>
      fields.find(({ name }) => name.toLowerCase() === wanted.toLowerCase()) ?? null,
    ...others,
  };
}

/** What rules ask of an object that does not change. */
const unchanging = {
  numberInProject: 1,
  isNew: false,
  becomesRemoved: false,
  isChanged: () => false,
  oldValue: () => null,
};

export interface FakeIssueOptions extends Partial<Omit<Issue, 'fields'>> {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly privateFields?: readonly string[];
  readonly visibleTo?: readonly string[];
}

export function fakeIssue({
  fields = {},
  privateFields = [],
  visibleTo,
  ...others
}: FakeIssueOptions = {}): Issue {
  const canBeReadBy: IssueFields['canBeReadBy'] = (name) => !privateFields.includes(name);
  return {
    ...unchanging,
    id: 'DEMO-1',
    url: 'https://youtrack.example.com/issue/DEMO-1',
    summary: 'Вход на сайт',
    project: fakeProject(),
    updated: 1_767_225_600_000,
    isResolved: false,
    extensionProperties: {},
    fields: Object.assign(Object.create(null), fields, { canBeReadBy }) as IssueFields,
    isVisibleTo: ({ login }) => visibleTo === undefined || visibleTo.includes(login),
    ...others,
  };
}

export function fakeArticle(changes: Partial<Article> = {}): Article {
  return {
    ...unchanging,
    id: 'DEMO-A-1',
    summary: 'Как войти',
    project: fakeProject(),
    author: null,
    updated: 1_767_225_600_000,
    parentArticle: null,
    permittedGroups: fakeSet<UserGroup>(),
    permittedUsers: fakeSet<User>(),
    extensionProperties: {},
    ...changes,
  };
}

/** A rule is what it was declared as. */
const rules = {
  onChange: <T extends { readonly title: string }>(rule: T) => rule,
  onSchedule: <T extends { readonly title: string }>(rule: T) => rule,
  action: <T extends { readonly title: string }>(rule: T) => rule,
};

export interface FakeWorld {
  readonly issues?: readonly Issue[];
  readonly articles?: readonly Article[];
  readonly projects?: readonly Project[];
  readonly users?: readonly User[];
  readonly search?: YouTrack['search'];
}

/** The finders of the scripting API over these objects; unlike `find*`, keys must be spelled exactly. */
export function fakeYouTrack({
  issues = [],
  articles = [],
  projects = [],
  users = [],
  search,
}: FakeWorld): YouTrack {
  const linked = <T extends { extensionProperties: Record<string, unknown> }>(all: readonly T[]) => ({
    findByExtensionProperties: (query: Readonly<Record<string, unknown>>) =>
      fakeSet(
        ...all.filter(({ extensionProperties }) =>
          Object.entries(query).every(([name, value]) => extensionProperties[name] === value),
        ),
      ),
  });
  return {
    Issue: { ...linked(issues), ...rules, findById: (id) => issues.find((one) => one.id === id) ?? null },
    Article: {
      ...linked(articles),
      ...rules,
      findById: (id) => articles.find((one) => one.id === id) ?? null,
    },
    Field: { stringType: 'string' },
    Project: { ...linked(projects), findByKey: (key) => projects.find((one) => one.key === key) ?? null },
    User: { ...linked(users), findByLogin: (login) => users.find((one) => one.login === login) ?? null },
    search: search ?? (() => fakeSet()),
  };
}

/** A run of a script in this world that has written nothing yet. */
export function fakeExecution(world: FakeWorld = {}, user: User = fakeUser({ login: 'jane' })): Execution {
  return { api: fakeYouTrack(world), user, hasWritten: false };
}
