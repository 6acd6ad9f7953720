import type { Entity } from '../ports/youtrack.ts';

/** The summary of an object for the caller, undefined when the caller may not see it or it has none. */
export type ReadTitle = (entity: Entity) => string | undefined;

/**
 * Reads the summaries of objects, asking the server once for each. Administrators of apps see the keys of whatever is linked,
 * because this is what they keep in order, export and repair, and a list with holes would be of no use for that. What an
 * object says is another matter: for that they need the right to see it, like everybody else.
 */
export function createTitleReader(): ReadTitle {
  const titles = new Map<Entity, string | undefined>();
  return (entity) => {
    if (!titles.has(entity)) titles.set(entity, entity.isVisible() ? entity.describe().summary : undefined);
    return titles.get(entity);
  };
}
