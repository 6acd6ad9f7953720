import type { User } from '@jetbrains/youtrack-scripting-api/entities';
import type { Account } from '../ports/admin-port.ts';
import { toLowerKey } from '../protocol/letter-case.ts';
import type { YouTrack } from './youtrack.ts';

/** A user's account as the administration page needs it. */
export function toAccount(api: YouTrack, user: User): Account {
  return {
    login: user.login,
    name: user.visibleName,
    email: user.email ?? undefined,
    isBanned: user.isBanned,
    holds: (permission, projectKey) => holds(api, user, { permission, projectKey }),
  };
}

export function findAccount(api: YouTrack, login: string): Account | undefined {
  const user = api.User.findByLogin(login) ?? api.User.findByLogin(toLowerKey(login));
  return user ? toAccount(api, user) : undefined;
}

function holds(
  { Project }: YouTrack,
  user: User,
  { permission, projectKey }: { readonly permission: string; readonly projectKey: string | undefined },
): boolean {
  if (projectKey === undefined) return user.hasPermission(permission);
  const project = Project.findByKey(projectKey);
  return project ? user.hasPermission(permission, project) : false;
}
