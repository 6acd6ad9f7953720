import type { Entity, OwnHost } from '../ports/youtrack.ts';

/** A short look: so many linked objects are read. */
const objectsRead = 500;

/** Whether a linked object is of the same project as the one in the address; users, who have none, are near each other. */
export function isNear({ own }: Pick<OwnHost, 'own'>, { project }: Pick<Entity, 'project'>): boolean {
  return project?.key === own.project?.key;
}

/** Linked objects, those of the own object's project first, as far as a short look goes. Whoever may see them. */
export function listNearLinked(host: Pick<OwnHost, 'own' | 'listFlagged'>): readonly Entity[] {
  const linked = host.listFlagged('hasTrackerLinks', true);
  const areNear = linked.map((entity) => isNear(host, entity));
  const near = linked.filter((_, index) => areNear[index]);
  const others = linked.filter((_, index) => !areNear[index]);
  return [...near, ...others].slice(0, objectsRead);
}
