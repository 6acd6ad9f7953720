import { compact, namesOf } from './anonymize.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { type Reading, readList } from './read-list.ts';
import { groupFields, groupShape, userFields, userShape } from './shapes.ts';

/** Who is on every YouTrack, and in every sandbox. */
const systemLogins = new Set(['guest', 'workflow']);

/** Users by their pseudonym: banned or not, with an address or not. */
export async function readUsers(reading: Reading, names: Pseudonyms) {
  const users = await readList(reading, {
    what: 'users',
    path: `/api/users?fields=${userFields}`,
    schema: userShape,
  });
  return new Map(
    users
      .filter(({ login, guest }) => guest !== true && !systemLogins.has(login))
      .map(({ login, email, banned }) => {
        const pseudonym = names.user(login);
        const address = email === null || email === undefined ? undefined : `${pseudonym}@example.com`;
        return [pseudonym, compact({ email: address, banned })] as const;
      }),
  );
}

/** The users of a world file: those the server lists, and whoever else is named somewhere. */
export function describeUsers(names: Pseudonyms, known: Awaited<ReturnType<typeof readUsers>>) {
  return names.users().map((login) => ({
    login,
    fullName: login.replace('user-', 'Person '),
    ...(known.get(login) ?? {}),
  }));
}

/** Groups with their members by pseudonym; teams are their projects' business. */
export async function readGroups(reading: Reading, names: Pseudonyms) {
  const groups = await readList(reading, {
    what: 'groups',
    path: `/api/groups?fields=${groupFields},users(login)`,
    schema: groupShape,
  });
  if (groups.some(({ users }) => users === undefined))
    reading.onNotice('The server does not tell who is in which group.');
  const own = groups.filter(({ allUsersGroup, teamForProject }) => allUsersGroup !== true && !teamForProject);
  const teams = groups.flatMap(({ teamForProject, users }) =>
    teamForProject ? [[teamForProject.shortName, namesOf(names, users)] as const] : [],
  );
  return {
    members: new Map(own.map((group) => [names.group(group), namesOf(names, group.users)] as const)),
    teams: new Map(teams),
  };
}

/** The groups of a world file: those the server lists, and whichever else is named somewhere. */
export function describeGroups(names: Pseudonyms, members: ReadonlyMap<string, readonly string[]>) {
  return names.groups().map((name) => ({ name, ...compact({ users: [...(members.get(name) ?? [])] }) }));
}
