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

/** Every link that the query lets through, each once, oldest page last, whatever else is changed meanwhile. */
export async function readEveryPage({
  api,
  query,
  now,
}: ReadOptions): Promise<readonly AllLinksRow[] | Failure> {
  const links = new Map<string, AllLinksRow>();
  const parameters = { ...toParameters(query, now), top: String(pageSize) };
  for (let skip = 0; ; skip += pageSize) {
    const outcome = await api.links({ ...parameters, skip: String(skip) });
    if (!outcome.ok) return outcome.failure;
    for (const link of outcome.data.links) links.set(`${link.kind} ${link.key} ${link.issueKey}`, link);
    if (outcome.data.links.length < pageSize) return [...links.values()];
  }
}
