import { canSee } from '../world/access.ts';
import type { Id } from '../world/transaction.ts';
import { notFound } from './app-access.ts';
import { bodyEntity, bodyList } from './body-values.ts';
import { targetsOf } from './entities/stored-attributes.ts';
import type { RestCall } from './rest-call.ts';

/** Replaces the tags of an issue or article by those of the body, when it has any: `"tags":[{"id":"6-1"}]`. */
export function writeTags(call: RestCall, entity: Id): void {
  const tags = bodyList(call.body, 'tags');
  if (tags === undefined) return;
  const ids = tags.map((value) => bodyEntity(call, { value, keys: ['name'], find: visibleTag }));
  const hidden = targetsOf(call.tx, entity, 'tags').filter((tag) => !canSee(call.tx, call.user, tag));
  call.tx.set(
    entity,
    'tags',
    [...hidden, ...ids].map((ref) => ({ ref })),
  );
}

/** The tag with that id or name which the caller may use. @throws RestError 404 */
export function visibleTag({ tx, user }: Pick<RestCall, 'tx' | 'user'>, key: string): Id {
  const candidates = tx.typeOf(key) === 'Tag' ? [key] : tx.find('Tag', 'name', key);
  const tag = candidates.find((id) => canSee(tx, user, id));
  if (tag === undefined) throw notFound('Tag', key);
  return tag;
}
