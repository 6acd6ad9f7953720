import { z } from 'zod';
import type { TrackerIssue } from '../issue-book.ts';
import type { TrackerStore } from '../tracker-store.ts';
import type { Refusal } from './api-error.ts';

const bodySchema = z.looseObject({ keys: z.union([z.string(), z.array(z.string())]).optional() });
const filters = ['queue', 'filter', 'query'];
const defaultPerPage = 50;

export interface SearchPage {
  readonly issues: readonly TrackerIssue[];
  readonly totalCount: number;
  readonly totalPages: number;
}

export interface SearchRequest {
  readonly body: unknown;
  readonly page: string | undefined;
  readonly perPage: string | undefined;
}

/**
 * `POST /v3/issues/_search` by keys: one page of the issues there are, ordered by summary, as Tracker's page "Find issues"
 * says of a search by keys. Keys of no issue are passed over [?]; a former key finds its issue [?].
 */
export function searchIssues(store: TrackerStore, request: SearchRequest): SearchPage | Refusal {
  const body = bodySchema.safeParse(request.body);
  if (!body.success) return 'badJson';
  const { keys } = body.data;
  const others = filters.filter((name) => body.data[name] !== undefined);
  if (others.length > 0) return keys === undefined && others.length === 1 ? 'keysOnly' : 'combined';
  if (keys === undefined) return 'keysOnly';
  const page = parsePositive(request.page, 1);
  const perPage = parsePositive(request.perPage, defaultPerPage);
  if (page === undefined || perPage === undefined) return 'badPage';
  const found = findIssues(store, typeof keys === 'string' ? [keys] : keys);
  const start = (page - 1) * perPage;
  const totalPages = Math.max(1, Math.ceil(found.length / perPage));
  return { issues: found.slice(start, start + perPage), totalCount: found.length, totalPages };
}

function findIssues(store: TrackerStore, keys: readonly string[]): TrackerIssue[] {
  const found = new Set(keys.map((key) => store.findIssue(key)).filter((issue) => issue !== undefined));
  return [...found].sort((left, right) => left.summary.localeCompare(right.summary));
}

function parsePositive(text: string | undefined, fallback: number): number | undefined {
  if (text === undefined) return fallback;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
