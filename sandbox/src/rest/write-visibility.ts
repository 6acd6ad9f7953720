import { isJsonObject, type Json } from '../apps/json.ts';
import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { bodyEntity, bodyList } from './body-values.ts';
import type { RestCall } from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { visibleGroup, visibleUser } from './visible-entity.ts';

/**
 * Sets to whom an entity is visible: `{"$type":"LimitedVisibility","permittedGroups":[{"id":"3-1"}]}`, or everybody with
 * `{"$type":"UnlimitedVisibility"}`. Source: "Visibility" of JetBrains' REST reference.
 * @throws RestError 400, 501
 */
export function writeVisibility(call: RestCall, entity: Id, visibility: Json | undefined): void {
  if (visibility === undefined || visibility === null) return;
  if (!isJsonObject(visibility)) throw new RestError(400, '"visibility" must be an object.');
  acceptKeys(visibility, ['permittedUsers', 'permittedGroups'], ['implicitPermittedUsers']);
  const { $type = 'LimitedVisibility' } = visibility;
  if ($type !== 'LimitedVisibility' && $type !== 'UnlimitedVisibility')
    throw new RestError(400, `A visibility's "$type" is LimitedVisibility or UnlimitedVisibility.`);
  const isUnlimited = $type === 'UnlimitedVisibility';
  const users = isUnlimited ? [] : bodyList(visibility, 'permittedUsers');
  const groups = isUnlimited ? [] : bodyList(visibility, 'permittedGroups');
  if (users) {
    const ids = users.map((value) => bodyEntity(call, { value, keys: ['login'], find: visibleUser }));
    call.tx.set(
      entity,
      'permittedUsers',
      ids.map((ref) => ({ ref })),
    );
  }
  if (groups) {
    const ids = groups.map((value) => bodyEntity(call, { value, keys: ['name'], find: visibleGroup }));
    call.tx.set(
      entity,
      'permittedGroups',
      ids.map((ref) => ({ ref })),
    );
  }
}
