import { findUser } from '../world/lookup.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { RestError } from './rest-error.ts';

/**
 * Who is calling. `Authorization: Bearer perm:<login>` is that user, no header is the guest.
 * @throws RestError 401, with the reason for the log, for an unknown or banned user and for every other scheme, `OAuth` among them
 */
export function authenticate(tx: Transaction, authorization: string | undefined): Id {
  const login = authorization === undefined ? 'guest' : readLogin(authorization);
  if (login === undefined) throw unauthorized('the header Authorization is not "Bearer perm:<login>"');
  const user = findUser(tx, login);
  if (user === undefined || isInternalId(login, user))
    throw unauthorized(`the token names no user of this world: perm:${shortened(login)}`);
  if (tx.get(user, 'isBanned') === true) throw unauthorized(`the user ${login} is banned`);
  return user;
}

function unauthorized(reason: string): RestError {
  return new RestError(401, 'You are not logged in.', reason);
}

/** Enough to recognise a login by, too little of a token of a real server that somebody tried here. */
function shortened(login: string): string {
  return login.length > 20 ? `${login.slice(0, 6)}…` : login;
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
