import { isJsonObject, type Json } from '../apps/json.ts';
import type { Id } from '../world/transaction.ts';
import { bodyEntity, bodyList } from './body-values.ts';
import type { RestCall } from './rest-call.ts';
import { visibleGroup, visibleUser } from './visible-entity.ts';

/**
 * Sets to whom an entity is visible: `{"$type":"LimitedVisibility","permittedGroups":[{"id":"3-1"}]}`, or everybody with
 * `{"$type":"UnlimitedVisibility"}`. Source: "Visibility" of JetBrains' REST reference.
 */
export function writeVisibility(call: RestCall, entity: Id, visibility: Json | undefined): void {
  if (!isJsonObject(visibility)) return;
  const isUnlimited = visibility.$type === 'UnlimitedVisibility';
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
