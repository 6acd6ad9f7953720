import { findUser } from '../world/lookup.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { RestError } from './rest-error.ts';

/**
 * Who is calling. `Authorization: Bearer perm:<login>` is that user, no header is the guest.
 * @throws RestError 401 for an unknown or banned user and for every other scheme, `OAuth` among them
 */
export function authenticate(tx: Transaction, authorization: string | undefined): Id {
  const login = authorization === undefined ? 'guest' : readLogin(authorization);
  const user = login === undefined ? undefined : findUser(tx, login);
  if (user === undefined || isInternalId(login, user) || tx.get(user, 'isBanned') === true) {
    throw new RestError(401, 'You are not logged in.');
  }
  return user;
}

/** The login in a permanent token. Headers arrive as Latin-1, logins may be beyond it. */
function readLogin(authorization: string): string | undefined {
  const token = /^bearer +perm:(.+)$/i.exec(authorization.trim())?.[1];
  return token === undefined ? undefined : Buffer.from(token, 'latin1').toString('utf8');
}

/** A lookup takes internal ids as well; a token names a login. */
function isInternalId(login: string | undefined, user: Id): boolean {
  return login === user;
}
