import { z } from 'zod';
import type { TrackerIssue } from '../issue-book.ts';
import type { TrackerStore } from '../tracker-store.ts';
import type { Refusal } from './api-error.ts';
import { type Page, type PageQuery, pageOf } from './page-of.ts';
import { parseField, parseQuery } from './parse-query.ts';

const oneOrMany = z.union([z.string(), z.array(z.string())]);
const bodySchema = z.looseObject({
  keys: oneOrMany.optional(),
  queue: z.string().optional(),
  query: z.string().optional(),
  filter: z.record(z.string(), oneOrMany).optional(),
});

type SearchBody = z.infer<typeof bodySchema>;

export interface SearchRequest extends PageQuery {
  readonly body: unknown;
}

/**
 * `POST /v3/issues/_search`: one page of the issues found by `keys`, `queue`, `filter` or `query` (Tracker's page "Find
 * issues"). By keys they come ordered by summary, as that page says; else in the order of the query, else as they were made.
 */
export function searchIssues(store: TrackerStore, request: SearchRequest): Page<TrackerIssue> | Refusal {
  const body = bodySchema.safeParse(request.body);
  if (!body.success) return 'badJson';
  const found = findIssues(store, body.data);
  return typeof found === 'string' ? found : (pageOf(found, request) ?? 'badPage');
}

function findIssues(store: TrackerStore, body: SearchBody): readonly TrackerIssue[] | Refusal {
  const { keys, queue, filter, query } = body;
  const isByQuery = filter !== undefined || query !== undefined;
  if ([keys !== undefined, queue !== undefined, isByQuery].filter(Boolean).length > 1) return 'combined';
  if (keys !== undefined) return findByKeys(store, [keys].flat());
  const all = store.queues().flatMap((one) => store.issuesOf(one));
  if (queue !== undefined) return all.filter((issue) => issue.key.startsWith(`${queue}-`));
  const parsed = parseQuery(query ?? '');
  const conditions = Object.entries(filter ?? {}).map(([field, values]) =>
    parseField(
      field.toLowerCase(),
      [values]
        .flat()
        .map((value) => `"${value}"`)
        .join(','),
    ),
  );
  if (parsed === undefined || conditions.includes(undefined)) return 'queryNotEmulated';
  return all
    .filter((issue) => parsed.matches(issue) && conditions.every((condition) => condition?.(issue)))
    .sort(parsed.compare);
}

/** Keys of no issue are passed over [?]; a former key finds its issue [?]. */
function findByKeys(store: TrackerStore, keys: readonly string[]): readonly TrackerIssue[] {
  const found = new Set(keys.map((key) => store.findIssue(key)).filter((issue) => issue !== undefined));
  return [...found].sort((left, right) => left.summary.localeCompare(right.summary));
}
