/** Who and what is called otherwise in a recorded world. Every name is asked for once, and answered alike ever after. */
export interface Pseudonyms {
  /** `user-3` for a login; the guest stays the guest. */
  user(login: string): string;
  /** Names of groups; the group of all users and projects' teams are named by what they are. */
  group(group: NamedGroup): string;
  /** `Project 2` for a project's key. */
  project(key: string): string;
  tag(name: string): string;
  board(name: string): string;
  /** An attachment's name with its extension. */
  file(name: string): string;
  /** The pseudonyms that have been given to users, and to groups that are neither a team nor all users. */
  users(): readonly string[];
  groups(): readonly string[];
}

/** A group as REST shows it. */
export interface NamedGroup {
  readonly name?: string | null | undefined;
  readonly allUsersGroup?: boolean | null | undefined;
  readonly teamForProject?: { readonly shortName?: string | undefined } | null | undefined;
}

export function createPseudonyms(): Pseudonyms {
  const users = counted('user-');
  const groups = counted('Group ');
  const project = counted('Project ').name;
  const file = counted('file-').name;
  return {
    user: (login) => (login === 'guest' ? login : users.name(login)),
    group({ name, allUsersGroup, teamForProject }) {
      if (allUsersGroup === true) return 'All Users';
      const key = teamForProject?.shortName;
      return key === undefined ? groups.name(name ?? '') : `${project(key)} Team`;
    },
    project,
    tag: counted('tag-').name,
    board: counted('Board ').name,
    file: (name) => `${file(name)}${/\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''}`,
    users: users.given,
    groups: groups.given,
  };
}

function counted(prefix: string): { name(of: string): string; given(): readonly string[] } {
  const known = new Map<string, string>();
  return {
    name(of) {
      const pseudonym = known.get(of) ?? `${prefix}${known.size + 1}`;
      known.set(of, pseudonym);
      return pseudonym;
    },
    given: () => [...known.values()],
  };
}
