import { canSee } from '../../world/access.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import { foldCase, idsIn } from '../../world/values.ts';
import { textArgument } from '../arguments.ts';
import { entityToScript } from '../script-values.ts';
import type { Method } from './method.ts';

/** Adds the first tag of that name the user sees; makes a private one when there is none. */
export const addTag: Method = (execution, { id }, [name]) => {
  const { tx } = execution.change;
  const named = { user: execution.user, name: textArgument(name, 'name') };
  const tag = findVisibleTag(tx, named) ?? createPrivateTag(tx, named);
  tx.add(id, 'tags', { ref: tag });
  return entityToScript(tx, tag);
};

/** Tags the user cannot see do not count, unless the second argument says so (`ignoreVisibilitySettings`). */
export const hasTag: Method = ({ change: { tx }, user }, { id }, [name, ignoreVisibility]) => {
  const wanted = foldCase(textArgument(name, 'tagName'));
  return idsIn(tx.get(id, 'tags')).some(
    (tag) =>
      foldCase(String(tx.get(tag, 'name'))) === wanted &&
      (ignoreVisibility === true || canSee(tx, user, tag)),
  );
};

/** Removes a tag of that name: an own one first, then any other the user sees. */
export const removeTag: Method = ({ change: { tx }, user }, { id }, [name]) => {
  const wanted = foldCase(textArgument(name, 'name'));
  const tags = idsIn(tx.get(id, 'tags'));
  const named = tags.filter(
    (tag) => foldCase(String(tx.get(tag, 'name'))) === wanted && canSee(tx, user, tag),
  );
  const tag = named.find((one) => idsIn(tx.get(one, 'owner'))[0] === user) ?? named[0];
  if (tag === undefined) return null;
  tx.delete(id, 'tags', { ref: tag });
  return entityToScript(tx, tag);
};

/** A tag of that name the user sees; an own one goes first. */
export function findVisibleTag(
  tx: Transaction,
  { user, name }: { readonly user: Id; readonly name: string },
): Id | undefined {
  const found = tx.find('Tag', 'name', name).filter((tag) => canSee(tx, user, tag));
  return found.find((tag) => idsIn(tx.get(tag, 'owner'))[0] === user) ?? found[0];
}

/** A tag only its owner sees. */
export function createPrivateTag(
  tx: Transaction,
  { user, name }: { readonly user: Id; readonly name: string },
): Id {
  return tx.create('Tag', { name, owner: { ref: user } });
}
