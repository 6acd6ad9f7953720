import { canSee, hasPermission } from '../world/access.ts';
import { isPermissionKey } from '../world/permission-keys.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { idsIn } from '../world/values.ts';
import type { EndpointCall } from './endpoint-call.ts';
import type { Refusal } from './explain-refusal.ts';
import type { FoundEndpoint } from './find-endpoint.ts';

export const guestLogin = 'guest';

/**
 * Why a call does not get through to the endpoint's code; undefined when it does. Entity missing or invisible, app not attached
 * or inactive there: 404; the guest on a global endpoint: 401; none of the endpoint's permissions: 403.
 */
export function findRefusal(tx: Transaction, call: EndpointCall, found: FoundEndpoint): Refusal | undefined {
  const { app, endpoint } = found;
  const { scope, entity, user } = call;
  const login = String(tx.get(user, 'login'));
  if (scope !== 'global') {
    if (entity === undefined) return { status: 404, reason: `there is no such ${scope}` };
    if (!canSee(tx, user, entity)) return { status: 404, reason: `${login} does not see the ${scope}` };
  }
  const project = projectOf(tx, call);
  const obstacles = app.obstacles(project);
  if (obstacles.length > 0) return { status: 404, reason: `the app is inactive: ${obstacles.join('; ')}` };
  if (scope === 'global' && login === guestLogin)
    return { status: 401, reason: 'the guest may not call global endpoints' };
  const keys = endpoint.permissions;
  if (holdsAny(tx, user, { keys, project })) return undefined;
  return { status: 403, reason: `${login} holds none of ${keys.join(', ')}` };
}

/** The project whose attachment and settings count; none for users. */
export function projectOf(tx: Transaction, { scope, entity }: EndpointCall): Id | undefined {
  if (entity === undefined || scope === 'user' || scope === 'global') return undefined;
  return scope === 'project' ? entity : idsIn(tx.get(entity, 'project'))[0];
}

/** Any one of the permissions is enough. Without a project they may be held anywhere. A key nobody knows holds nobody. */
function holdsAny(
  tx: Transaction,
  user: Id,
  { keys, project }: { readonly keys: readonly string[]; readonly project?: Id | undefined },
): boolean {
  if (keys.length === 0) return true;
  return keys.some((key) => isPermissionKey(key) && hasPermission(tx, user, key, project));
}
