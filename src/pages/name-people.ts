import type { Host } from '../ports/youtrack.ts';
import type { People } from './people.ts';

/** The visible names of the people with these logins; who is gone, or may not be seen by the caller, goes by the login. */
export function namePeople(host: Pick<Host, 'findEntity' | 'settings'>, logins: Iterable<string>): People {
  const names = new Map<string, string>();
  for (const login of logins) {
    if (!names.has(login)) names.set(login, nameOf(host, login));
  }
  return Object.fromEntries(names);
}

function nameOf(host: Pick<Host, 'findEntity' | 'settings'>, login: string): string {
  const user = login === '' ? undefined : host.findEntity({ kind: 'user', key: login });
  return user?.isVisible() ? (user.describe().summary ?? login) : login;
}
