import type { User } from '@jetbrains/youtrack-scripting-api/entities';
import type { Entity, EntityFacts } from '../ports/youtrack.ts';
import { once } from '../protocol/once.ts';
import { toPagePath } from '../protocol/page-path.ts';
import { summarize } from './describe-document.ts';
import type { Execution } from './execution.ts';
import { isTrue, toText } from './host-values.ts';
import { createIdentityStore } from './identity-store.ts';
import { createStore } from './store.ts';

/** YouTrack's guest account: everybody who does not log in. */
export const guestLogin = 'guest';

/** A user as something that has links. The API knows no address of their page. */
export function toUserEntity(other: User, execution: Execution): Entity {
  const { user } = execution;
  const key = once(() => toText(other.login));
  return {
    kind: 'user',
    get key() {
      return key();
    },
    project: undefined,
    store: createStore(other, execution),
    identity: createIdentityStore(other, execution),
    isVisible: () => maySeeUser(user, other),
    mayChangeLinks: () => mayLinkUser(user, other),
    describe: () => describeUser(other),
    readUrl: () => toPagePath('user', key()),
  };
}

export function describeUser({ visibleName, isBanned }: User): EntityFacts {
  return { ...summarize(visibleName), ...(isTrue(isBanned) && { status: { name: 'Banned' } }) };
}

export function maySeeUser(user: User, other: User): boolean {
  return (
    user.login === other.login || user.hasPermission('READ_USER_BASIC') || user.hasPermission('READ_USER')
  );
}

/** One's own links are one's own; the guest is nobody in particular. */
export function mayLinkUser(user: User, other: User): boolean {
  if (user.login === other.login && user.login.toLowerCase() !== guestLogin) return true;
  return user.hasPermission('UPDATE_USER');
}
