import { RestError } from './rest-error.ts';

/** How many entries a list has when `$top` is left out. Source: "Pagination" of JetBrains' REST reference. */
const defaultTop = 42;

/**
 * Cuts a list by `$skip` and `$top`; `$top=-1` is everything.
 * @throws RestError 400 when one of them is no number
 */
export function pageOf<T>(items: Iterable<T>, query: URLSearchParams): T[] {
  const skip = readCount(query, '$skip', 0);
  const top = readCount(query, '$top', defaultTop);
  const page: T[] = [];
  let index = 0;
  for (const item of items) {
    if (top >= 0 && page.length >= top) break;
    if (index >= skip) page.push(item);
    index += 1;
  }
  return page;
}

function readCount(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^-?\d{1,9}$/.test(text))
    throw new RestError(400, `The "${name}" parameter must be a number, but is ${text.slice(0, 100)}`);
  return Number(text);
}
