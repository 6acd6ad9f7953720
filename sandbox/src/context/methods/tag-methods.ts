import { groupsOf } from '../../world/holdings.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import { idsIn } from '../../world/values.ts';
import { entityArgument } from '../arguments.ts';
import type { Method } from './method.ts';

const canBeUsed: Method = ({ change }, { id }, [, user]) =>
  canUse(change.tx, id, entityArgument(user, 'user', ['User']).id);

export const tagMethods: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
  Tag: { canBeUsedForArticle: canBeUsed, canBeUsedForIssue: canBeUsed },
};

/** A tag's owner, and those it is shared with for tagging. */
function canUse(tx: Transaction, tag: Id, user: Id): boolean {
  if (idsIn(tx.get(tag, 'owner'))[0] === user) return true;
  if (idsIn(tx.get(tag, 'permittedTagUsers')).includes(user)) return true;
  const groups = groupsOf(tx, user);
  return idsIn(tx.get(tag, 'permittedTagUserGroups')).some((group) => groups.has(group));
}
