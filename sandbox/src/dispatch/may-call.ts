import { canSee, hasPermission } from '../world/access.ts';
import { isPermissionKey } from '../world/permission-keys.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { idsIn } from '../world/values.ts';
import type { EndpointCall } from './endpoint-call.ts';
import type { FoundEndpoint } from './find-endpoint.ts';

export const guestLogin = 'guest';

/**
 * Whether a call gets through to the endpoint's code, else the status of the refusal: entity missing or invisible, app
 * not attached or inactive there: 404; the guest on a global endpoint: 401; none of the endpoint's permissions: 403.
 */
export function mayCall(tx: Transaction, call: EndpointCall, found: FoundEndpoint): 'yes' | 401 | 403 | 404 {
  const { app, endpoint } = found;
  if (call.scope === 'global') {
    if (!app.isActive()) return 404;
    if (tx.get(call.user, 'login') === guestLogin) return 401;
    return holdsAny(tx, call.user, { keys: endpoint.permissions }) ? 'yes' : 403;
  }
  const { entity } = call;
  if (entity === undefined || !canSee(tx, call.user, entity)) return 404;
  const project = projectOf(tx, call);
  if (project === undefined ? !app.isActive() : !app.isAttached(project) || !app.isActive(project))
    return 404;
  return holdsAny(tx, call.user, { keys: endpoint.permissions, project }) ? 'yes' : 403;
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
