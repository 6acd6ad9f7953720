/** One page of a list, and what the headers `X-Total-Count` and `X-Total-Pages` say of all of it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

export interface PageQuery {
  readonly page?: string | undefined;
  readonly perPage?: string | undefined;
}

const defaultPerPage = 50;

/** Tracker's page "General query format", "Displaying results": page 1 of 50 unless asked otherwise; undefined for a bad number. */
export function pageOf<T>(all: readonly T[], query: PageQuery): Page<T> | undefined {
  const page = parsePositive(query.page, 1);
  const perPage = parsePositive(query.perPage, defaultPerPage);
  if (page === undefined || perPage === undefined) return undefined;
  const start = (page - 1) * perPage;
  const totalPages = Math.max(1, Math.ceil(all.length / perPage));
  return {
    items: all.slice(start, start + perPage),
    headers: { 'X-Total-Count': String(all.length), 'X-Total-Pages': String(totalPages) },
  };
}

function parsePositive(text: string | undefined, fallback: number): number | undefined {
  if (text === undefined) return fallback;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
