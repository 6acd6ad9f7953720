import type { Entity, Host } from '../ports/youtrack.ts';
import type { EntityKey } from '../protocol/entity-key.ts';

/**
 * The first reading of a key that names something the caller may see. What the caller may not see does not exist, so an
 * invisible issue does not hide a visible user of the same name.
 */
export function findVisibleEntity(host: Pick<Host, 'findEntity'>, key: EntityKey): Entity | undefined {
  for (const reading of key.readings) {
    const entity = host.findEntity(reading);
    if (entity?.isVisible()) return entity;
  }
  return undefined;
}
