/** The part of a world file that the contract's world uses. */
export interface MemoryWorld {
  readonly users: readonly MemoryUser[];
  readonly groups: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly projects: readonly MemoryProject[];
  readonly permissions: readonly MemoryPermission[];
  readonly issues: readonly MemoryIssue[];
  readonly articles: readonly MemoryArticle[];
  readonly apps: { readonly 'tracker-links': MemoryApp };
}

export interface MemoryUser {
  readonly login: string;
  readonly fullName: string;
  readonly email?: string;
  readonly banned?: boolean;
}

export interface MemoryProject {
  readonly key: string;
  readonly name: string;
  readonly leader: string;
  readonly archived?: boolean;
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly values?: readonly {
      readonly name: string;
      readonly description?: string;
      readonly isResolved?: boolean;
    }[];
  }[];
}

interface MemoryPermission {
  readonly user?: string;
  readonly group?: string;
  readonly project?: string;
  readonly keys: readonly string[];
}

interface Restricted {
  readonly id: string;
  readonly summary: string;
  readonly updated: number;
  readonly permittedGroups?: readonly string[];
  readonly permittedUsers?: readonly string[];
}

export interface MemoryIssue extends Restricted {
  readonly formerIds?: readonly string[];
  readonly fields: Readonly<Record<string, string | number | undefined>>;
}

export interface MemoryArticle extends Restricted {
  readonly author: string;
  readonly parent: string | null;
}

interface MemoryApp {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly projectSettings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly extensionProperties: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
  >;
}

/** Whether a user holds a permission in a project, or anywhere when none is named. */
export function holds(world: MemoryWorld, login: string, key: string, project?: string): boolean {
  return world.permissions.some(
    (grant) =>
      (grant.user === login || groupsOf(world, login).includes(grant.group ?? '')) &&
      (grant.project === undefined || project === undefined || grant.project === project) &&
      (grant.keys.includes(key) || grant.keys.includes('*')),
  );
}

/** Whether an issue's or article's own restriction lets a user in. */
export function isOpenTo(world: MemoryWorld, login: string, entity: Restricted): boolean {
  const { permittedGroups: groups = [], permittedUsers: users = [] } = entity;
  if (groups.length === 0 && users.length === 0) return true;
  if (holds(world, login, 'READ_HIDDEN_STUFF', projectOf(entity.id))) return true;
  return users.includes(login) || groupsOf(world, login).some((group) => groups.includes(group));
}

/** `DEMO` of `DEMO-1` and of `DEMO-A-1`. */
export function projectOf(id: string): string {
  return id.slice(0, id.indexOf('-'));
}

function groupsOf({ groups }: MemoryWorld, login: string): readonly string[] {
  return groups.filter(({ users }) => users.includes(login)).map(({ name }) => name);
}
