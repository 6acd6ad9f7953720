import type { LiveLink } from '../links/link-set.ts';
import { readLiveLinks } from '../pages/read-live-links.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { visitEverLinked } from '../writing/list-linked.ts';

/** A link, and what it is a link of. */
export interface FoundLink {
  readonly entity: Entity;
  readonly link: LiveLink;
}

/** Every link there is, in one pass over the linked objects. Unreadable values have none; the audit shows them. */
export function readAllLinks(host: Pick<Host, 'visitFlagged'>): FoundLink[] {
  const found: FoundLink[] = [];
  visitEverLinked(host, (entity) => {
    for (const link of readLiveLinks(entity).live) found.push({ entity, link });
  });
  return found;
}
