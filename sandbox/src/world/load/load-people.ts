import type { WorldFileUser } from '../world-file/people.ts';
import type { WorldFile } from '../world-file.ts';
import type { LoadingWorld } from './loading-world.ts';

const guest = { login: 'guest', fullName: 'Guest' };

/**
 * Users: those of the file, the guest, and whoever the file gives permissions without saying more of them (an
 * administrator is often no more than a login and a `*`).
 */
export function loadUsers(world: LoadingWorld, { users = [], permissions = [] }: WorldFile): void {
  for (const [index, user] of users.entries()) loadUser(world, user, index);
  for (const { login } of [guest, ...permissions.map(({ user }) => ({ login: user }))]) {
    if (login !== undefined && world.known('user', login) === undefined)
      loadUser(world, login === guest.login ? guest : { login }, users.length);
  }
}

function loadUser(world: LoadingWorld, user: WorldFileUser, index: number): void {
  const { login, fullName = login, email, banned, ringId, avatarUrl, language, timeZone, registered } = user;
  const ref = world.create('User', {
    login,
    fullName,
    email,
    isBanned: banned === true ? true : undefined,
    ringId,
    avatarUrl,
    language,
    timeZoneId: timeZone,
    registered: registered ?? world.now,
  });
  world.name('user', { name: login, ref, path: ['users', index, 'login'] });
}

/** Groups, one of all users among them: the one the file marks `allUsers`, else `All Users`. */
export function loadGroups(world: LoadingWorld, groups: WorldFile['groups'] = []): void {
  const marked = groups.filter(({ allUsers }) => allUsers === true);
  if (marked.length > 1) world.problem(['groups'], 'only one group can be the group of all users');
  const withAllUsers = marked.length > 0 ? groups : [...groups, { name: 'All Users', allUsers: true }];
  for (const [index, { name, description, users, allUsers, autoJoin }] of withAllUsers.entries()) {
    const path = ['groups', index];
    const ref = world.create('UserGroup', {
      name,
      description,
      isAllUsersGroup: allUsers === true ? true : undefined,
      isAutoJoin: autoJoin === true || allUsers === true ? true : undefined,
      users: allUsers === true ? [] : world.findAll('user', users, [...path, 'users']),
    });
    world.name('group', { name, ref, path: [...path, 'name'] });
    if (allUsers === true) world.allUsers = ref;
    if (allUsers === true && users !== undefined)
      world.problem([...path, 'users'], 'the group of all users cannot list its members');
  }
}

/** Who holds which permissions, everywhere or in one project. */
export function loadPermissions(world: LoadingWorld, permissions: WorldFile['permissions'] = []): void {
  for (const [index, { user, group, project, keys }] of permissions.entries()) {
    const path = ['permissions', index];
    if ((user === undefined) === (group === undefined))
      world.problem(path, 'expected either a user or a group');
    const holder =
      world.find('user', user, [...path, 'user']) ?? world.find('group', group, [...path, 'group']);
    world.create('PermissionGrant', {
      holder,
      project: world.find('project', project, [...path, 'project']),
      isGlobal: project === undefined ? true : undefined,
      keys,
    });
  }
}
