import type { LiveLink } from '../links/link-set.ts';
import { readLiveLinks } from '../pages/read-live-links.ts';
import type { PageEntity, PageHost } from '../ports/page-ports.ts';

/** A link, and what it is a link of. */
export interface FoundLink {
  readonly entity: PageEntity;
  readonly link: LiveLink;
}

/** Every link there is, in one pass over the linked objects. Unreadable values have none; the audit shows them. */
export function collectAllLinks(host: Pick<PageHost, 'listEverLinked'>): FoundLink[] {
  const found: FoundLink[] = [];
  for (const entity of host.listEverLinked()) {
    for (const link of readLiveLinks(entity).live) found.push({ entity, link });
  }
  return found;
}
