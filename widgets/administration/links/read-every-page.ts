import type { AllLinksRow } from '../../../src/administration/all-links-answer.ts';
import type { Failure } from '../../shared/host/failure.ts';
import type { AdminApi } from '../admin-api.ts';
import { type LinksQuery, toParameters } from './links-query.ts';

const pageSize = 1000;

interface ReadOptions {
  readonly api: AdminApi;
  readonly query: LinksQuery;
  readonly now: Date;
}

/**
 * Every link that the query lets through, each once, whatever is added or removed meanwhile. By key, because that is the one
 * order in which a link keeps its place when it is removed and made anew.
 */
export async function readEveryPage({
  api,
  query,
  now,
}: ReadOptions): Promise<readonly AllLinksRow[] | Failure> {
  const links: AllLinksRow[] = [];
  const parameters = { ...toParameters({ ...query, sort: 'key' }, now), top: String(pageSize) };
  for (let after: string | undefined; ; ) {
    const outcome = await api.links({ ...parameters, after });
    if (!outcome.ok) return outcome.failure;
    links.push(...outcome.data.links);
    after = outcome.data.next;
    if (after === undefined) return links;
  }
}
