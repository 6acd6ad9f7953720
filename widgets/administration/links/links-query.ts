import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { LinksParameters } from '../admin-api.ts';

export const ages = ['any', 'day', 'week', 'month', 'olderMonth', 'olderYear'] as const;
export type Age = (typeof ages)[number];
export const sortKeys = ['key', 'issueKey', 'addedBy', 'addedAt'] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = SortKey | `-${SortKey}`;

/** Which links, and in what order. An empty text means "any". */
export interface LinksQuery {
  readonly text: string;
  readonly project: string;
  readonly kind: EntityKind | '';
  readonly queue: string;
  readonly who: string;
  readonly age: Age;
  readonly sort: Sort;
}

export const everyLink: LinksQuery = {
  text: '',
  project: '',
  kind: '',
  queue: '',
  who: '',
  age: 'any',
  sort: '-addedAt',
};

const filters = ['text', 'project', 'kind', 'queue', 'who', 'age'] as const;

/** Is anything left out by this query? */
export function isFiltered(query: LinksQuery): boolean {
  return filters.some((name) => query[name] !== everyLink[name]);
}

/** The order after a press on a column's title: first by it, then the other way round. */
export function nextSort(sort: Sort, key: SortKey): Sort {
  return sort === key ? `-${key}` : key;
}

const dayMs = 24 * 60 * 60 * 1000;
const newerThanDays: Readonly<Partial<Record<Age, number>>> = { day: 1, week: 7, month: 31 };
const olderThanDays: Readonly<Partial<Record<Age, number>>> = { olderMonth: 31, olderYear: 365 };

/** The query under its wire names. */
export function toParameters({ age, ...query }: LinksQuery, now: Date): LinksParameters {
  return {
    ...query,
    addedAfter: before(now, newerThanDays[age]),
    addedBefore: before(now, olderThanDays[age]),
  };
}

function before(now: Date, days: number | undefined): string | undefined {
  return days === undefined ? undefined : new Date(now.getTime() - days * dayMs).toISOString();
}
