import { canSee } from '../world/access.ts';
import { findArticle, findGroup, findIssue, findProject, findUser } from '../world/lookup.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { notFound } from './app-access.ts';
import type { RestCall } from './rest-call.ts';

type Eyes = Pick<RestCall, 'tx' | 'user'>;

/** The issue with that id, readable, former or internal. @throws RestError 404 when there is none or it is not to be seen */
export function visibleIssue(call: Eyes, id: string): Id {
  return visible(call, { type: 'Issue', id, find: findIssue });
}

/** @throws RestError 404 */
export function visibleArticle(call: Eyes, id: string): Id {
  return visible(call, { type: 'Article', id, find: findArticle });
}

/** One of the caller's own drafts, by its internal id. @throws RestError 404 */
export function visibleDraft({ tx, user }: Eyes, type: 'Issue' | 'Article', id: string): Id {
  const isDraft = tx.typeOf(id) === type && tx.get(id, 'isDraft') === true;
  if (!isDraft || !canSee(tx, user, id)) throw notFound(`${type}Draft`, id);
  return id;
}

/** @throws RestError 404 */
export function visibleProject(call: Eyes, id: string): Id {
  return visible(call, { type: 'Project', id, find: findProject });
}

/** The user with that login or id; `me` is the caller. @throws RestError 404 */
export function visibleUser(call: Eyes, id: string): Id {
  return id === 'me' ? call.user : visible(call, { type: 'User', id, find: findUser });
}

/** @throws RestError 404 */
export function visibleGroup(call: Eyes, id: string): Id {
  return visible(call, { type: 'UserGroup', id, find: findGroup });
}

/**
 * A part (comment, attachment, work item…) of an entity the caller can see.
 * @param owner the part's property that refers to its owner
 * @throws RestError 404
 */
export function visiblePart(call: Eyes, { id, owner, of }: { id: string; owner: string; of: Id }): Id {
  const target = call.tx.typeOf(id) === undefined ? null : call.tx.get(id, owner);
  const belongs = typeof target === 'object' && target !== null && 'ref' in target && target.ref === of;
  if (!belongs || !canSee(call.tx, call.user, id)) throw notFound('Entity', id);
  return id;
}

interface Wanted {
  readonly type: string;
  readonly id: string;
  readonly find: (tx: Transaction, id: string) => Id | undefined;
}

function visible({ tx, user }: Eyes, { type, id, find }: Wanted): Id {
  const found = find(tx, id);
  if (found === undefined || !canSee(tx, user, found)) throw notFound(type, id);
  return found;
}
