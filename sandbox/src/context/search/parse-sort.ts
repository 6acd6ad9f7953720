import type { Id } from '../../world/transaction.ts';
import { foldCase, idsIn } from '../../world/values.ts';
import type { SortKey } from './query.ts';
import type { QueryScanner } from './query-scanner.ts';
import { SearchError } from './search-error.ts';
import { type SearchableField, type SearchPlace, searchableFields } from './search-place.ts';

const builtIn: Readonly<Record<string, string>> = {
  created: 'created',
  updated: 'updated',
  'resolved date': 'resolved',
  summary: 'summary',
  'issue id': 'numberInProject',
};

/** What follows `sort by:`: names of attributes, each with `asc` or `desc`; without, dates go newest first. */
export function parseSort(scanner: QueryScanner, place: SearchPlace): SortKey[] {
  const fields = searchableFields(place.tx);
  const keys = [parseKey(scanner, place, fields)];
  while (scanner.take(/^,/)) keys.push(parseKey(scanner, place, fields));
  return keys;
}

function parseKey(
  scanner: QueryScanner,
  place: SearchPlace,
  fields: ReadonlyMap<string, SearchableField>,
): SortKey {
  const [, braced] = scanner.take(/^\{([^}]*)\}/) ?? [];
  const names = [...Object.keys(builtIn), 'votes', ...[...fields.values()].map(({ name }) => name)];
  const name = braced ?? scanner.takeLongest(names);
  if (name === undefined) throw new SearchError(`'sort by: ${scanner.rest}' is not emulated by the sandbox`);
  const [direction] = scanner.take(/^(?:asc|desc)\b/i) ?? [];
  const isDate = ['created', 'updated', 'resolved date'].includes(foldCase(name));
  return {
    read: readerOf(place, name, fields),
    isDescending: direction === undefined ? isDate : foldCase(direction) === 'desc',
  };
}

function readerOf(
  { tx }: SearchPlace,
  name: string,
  fields: ReadonlyMap<string, SearchableField>,
): SortKey['read'] {
  const key = foldCase(name);
  if (key === 'votes') return (issue) => idsIn(tx.get(issue, 'voters')).length;
  const property = Object.hasOwn(builtIn, key) ? builtIn[key] : undefined;
  if (property !== undefined) return (issue) => scalar(issue, property);
  const field = fields.get(key);
  if (field === undefined) throw new SearchError(`'sort by: ${name}' is not emulated by the sandbox`);
  return (issue) => {
    const [value] = idsIn(tx.get(issue, `field:${field.name}`));
    if (value === undefined) return scalar(issue, `field:${field.name}`);
    return field.kinds.has('user')
      ? scalar(value, 'login')
      : (scalar(value, 'ordinal') ?? scalar(value, 'name'));
  };

  function scalar(id: Id, property: string): string | number | null {
    const value = tx.get(id, property);
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  }
}
