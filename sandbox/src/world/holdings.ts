import type { Id, Transaction } from './transaction.ts';
import { idsIn, membersOf } from './values.ts';

/** What one user may do: permissions held everywhere, and those held in single projects. */
export interface Holdings {
  readonly groups: ReadonlySet<Id>;
  /** Keys of permissions, `*` for all of them. */
  readonly everywhere: ReadonlySet<string>;
  readonly inProjects: ReadonlyMap<Id, ReadonlySet<string>>;
}

interface CachedHoldings {
  readonly writes: number;
  readonly byUser: Map<Id, Holdings>;
}

const nothing: Holdings = { groups: new Set(), everywhere: new Set(), inProjects: new Map() };
const cache = new WeakMap<Transaction, CachedHoldings>();

/** The groups and project teams a user is in, the group of all users included. */
export function groupsOf(tx: Transaction, user: Id): ReadonlySet<Id> {
  return holdingsOf(tx, user).groups;
}

/** The users in a group or project team; those of the group of all users are all users, the guest included. */
export function membersOfGroup(tx: Transaction, group: Id): Id[] {
  if (tx.get(group, 'isAllUsersGroup') === true) return [...tx.all('User')];
  return idsIn(tx.get(group, 'users'));
}

/**
 * What a user holds, themselves or through groups; a banned one holds nothing. Worked out once for a transaction and
 * a user, and again when the transaction has written to what it rests on.
 */
export function holdingsOf(tx: Transaction, user: Id): Holdings {
  const writes = ['User', 'UserGroup', 'ProjectTeam', 'PermissionGrant']
    .map((type) => tx.writesTo(type))
    .reduce((sum, count) => sum + count, 0);
  let cached = cache.get(tx);
  if (cached === undefined || cached.writes !== writes) {
    cached = { writes, byUser: new Map() };
    cache.set(tx, cached);
  }
  const known = cached.byUser.get(user);
  if (known !== undefined) return known;
  const holdings = readHoldings(tx, user);
  cached.byUser.set(user, holdings);
  return holdings;
}

function readHoldings(tx: Transaction, user: Id): Holdings {
  if (tx.typeOf(user) !== 'User') return nothing;
  const groups = new Set([
    ...tx.find('UserGroup', 'users', { ref: user }),
    ...tx.find('ProjectTeam', 'users', { ref: user }),
    ...tx.find('UserGroup', 'isAllUsersGroup', true),
  ]);
  if (tx.get(user, 'isBanned') === true) return { ...nothing, groups };
  const everywhere = new Set<string>();
  const inProjects = new Map<Id, Set<string>>();
  for (const holder of [user, ...groups])
    for (const grant of tx.find('PermissionGrant', 'holder', { ref: holder })) {
      const [project] = idsIn(tx.get(grant, 'project'));
      const isGlobal = tx.get(grant, 'isGlobal') === true;
      if (project === undefined && !isGlobal) continue;
      const keys = project === undefined ? everywhere : (inProjects.get(project) ?? new Set<string>());
      for (const key of membersOf(tx.get(grant, 'keys'))) keys.add(String(key));
      if (project !== undefined) inProjects.set(project, keys);
    }
  return { groups, everywhere, inProjects };
}
