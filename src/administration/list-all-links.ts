import { toLinkView } from '../linking/to-link-view.ts';
import { namePeople } from '../pages/name-people.ts';
import type { Host } from '../ports/youtrack.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import type { AllLinksAnswer, AllLinksRow } from './all-links-answer.ts';
import { countFacets } from './count-facets.ts';
import { createTitleReader, type ReadTitle } from './create-title-reader.ts';
import { toLinkFilter } from './filter-links.ts';
import { formatCursor } from './link-cursor.ts';
import { compareBy, type LinkPosition, type LinkSort, toPosition } from './link-order.ts';
import type { AllLinksQuery } from './parse-all-links-query.ts';
import { type FoundLink, readAllLinks } from './read-all-links.ts';

/**
 * One page of the links of the whole system that pass the filters (`listAllLinks` of docs/openapi.yaml). Nothing is refused.
 */
export function listAllLinks(host: Host, query: AllLinksQuery): Result<Reply<AllLinksAnswer>, Refusal> {
  const all = readAllLinks(host);
  const readTitle = createTitleReader();
  const asked = placeLinks(all.filter(toLinkFilter(query, readTitle)), query.sort);
  const before = Math.min(countBefore(asked, query) + query.skip, asked.length);
  const page = asked.slice(before, before + query.top);
  const last = before + page.length < asked.length ? page.at(-1) : undefined;
  return succeed({
    status: 200,
    body: {
      total: asked.length,
      before,
      ...(last && { next: formatCursor({ sort: query.sort, position: last.position }) }),
      links: page.map(({ found }) => toRow(found, readTitle, host.settings.trackerSite)),
      people: namePeople(
        host,
        page.map(({ position }) => position.addedBy),
      ),
      facets: countFacets(host, all),
    },
  });
}

/** A link and its place in the order. */
interface PlacedLink {
  readonly found: FoundLink;
  readonly position: LinkPosition;
}

function placeLinks(links: readonly FoundLink[], sort: LinkSort): PlacedLink[] {
  const compare = compareBy(sort);
  return links
    .map((found) => ({ found, position: toPosition(found) }))
    .sort((one, other) => compare(one.position, other.position));
}

/** How many links the cursor is past: by where they stand, since the link it was made of may be gone. */
function countBefore(links: readonly PlacedLink[], { after, sort }: AllLinksQuery): number {
  if (after === undefined) return 0;
  const compare = compareBy(sort);
  return links.filter(({ position }) => compare(position, after.position) <= 0).length;
}

function toRow({ entity, link }: FoundLink, readTitle: ReadTitle, trackerSite: string): AllLinksRow {
  return {
    kind: entity.kind,
    key: entity.key,
    summary: readTitle(entity) ?? entity.key,
    ...(entity.project && { project: entity.project.key }),
    entityUrl: entity.readUrl(),
    ...toLinkView(link, trackerSite),
  };
}
