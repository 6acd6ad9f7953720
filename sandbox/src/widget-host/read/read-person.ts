import type { Id, Transaction } from '../../world/transaction.ts';
import type { WidgetUser } from '../frame.ts';
import type { PersonView, UserView } from '../views.ts';
import { textOf } from './properties.ts';

export function readPerson(tx: Transaction, id: Id | undefined): PersonView | undefined {
  if (id === undefined || tx.typeOf(id) !== 'User') return undefined;
  const login = textOf(tx, id, 'login');
  return { login, name: textOf(tx, id, 'fullName') || login };
}

/** A user whose profile is looked at. */
export function readUser(tx: Transaction, id: Id): UserView {
  const login = textOf(tx, id, 'login');
  const name = textOf(tx, id, 'fullName') || login;
  return { id, login, name, email: textOf(tx, id, 'email'), isBanned: tx.get(id, 'isBanned') === true };
}

/** `YTApp.me` and, for guards, `me`. */
export function readWidgetUser(tx: Transaction, id: Id): WidgetUser {
  const { login, name } = readUser(tx, id);
  const avatarUrl = textOf(tx, id, 'avatarUrl') || `/hub/api/rest/avatar/${id}`;
  return { id, login, name, avatarUrl, userType: { id: 'STANDARD_USER' } };
}
