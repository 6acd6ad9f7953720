import { toLinkView } from '../linking/to-link-view.ts';
import { namePeople } from '../pages/name-people.ts';
import type { Host } from '../ports/youtrack.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import type { AllLinksAnswer, AllLinksRow } from './all-links-answer.ts';
import { collectAllLinks, type FoundLink } from './collect-all-links.ts';
import { countFacets } from './count-facets.ts';
import { createTitleReader, type ReadTitle } from './create-title-reader.ts';
import { toLinkFilter } from './filter-links.ts';
import type { AllLinksQuery } from './parse-all-links-query.ts';
import { sortLinks } from './sort-links.ts';

/** One page of the links of the whole system that pass the filters. */
export function listAllLinks(host: Host, query: AllLinksQuery): Result<Reply<AllLinksAnswer>, Refusal> {
  const all = collectAllLinks(host);
  const readTitle = createTitleReader();
  const asked = all.filter(toLinkFilter(query, readTitle));
  const page = sortLinks(asked, query.sort).slice(query.skip, query.skip + query.top);
  return succeed({
    status: 200,
    body: {
      total: asked.length,
      links: page.map((found) => toRow(found, readTitle, host.settings.trackerSite)),
      people: namePeople(
        host,
        page.map(({ link }) => link.added.by),
      ),
      facets: countFacets(host, all),
    },
  });
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
