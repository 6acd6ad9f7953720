import type { Id, Transaction } from './transaction.ts';
import { idsIn } from './values.ts';

/** The id a user has in Hub; the world's own where the world file gives none. */
export function ringIdOf(tx: Transaction, user: Id): string {
  return String(tx.get(user, 'ringId') ?? user);
}

/** The name people know a user by: the full name, else the login. */
export function visibleNameOf(tx: Transaction, user: Id): string {
  return String(tx.get(user, 'fullName') || tx.get(user, 'login') || user);
}

/**
 * Who can be chosen in the user fields of a project: the members of its team (help: "Project Team"). A project that the world
 * file gives no team has everybody but the guest, so that small worlds need none.
 */
export function assignableUsers(tx: Transaction, project: Id | undefined): Id[] {
  const team = project === undefined ? [] : teamOf(tx, project);
  const candidates = team.length > 0 ? team : [...tx.all('User')];
  return candidates.filter((user) => isAssignable(tx, user));
}

function isAssignable(tx: Transaction, user: Id): boolean {
  const isAbsent = tx.get(user, 'isBanned') === true || tx.get(user, 'isSystem') === true;
  return !isAbsent && tx.get(user, 'login') !== 'guest';
}

function teamOf(tx: Transaction, project: Id): Id[] {
  const [team] = tx.find('ProjectTeam', 'project', { ref: project });
  return team === undefined ? [] : idsIn(tx.get(team, 'users'));
}
