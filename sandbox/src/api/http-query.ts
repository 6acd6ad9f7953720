import { isMasked, type SecretText, toSecretText } from './secret.ts';

export type QueryPair = readonly [name: string, value: SecretText];

/** Query parameters as an object (a text or several per name) or as an array of `{name, value}`. */
export function readQuery(query: unknown): QueryPair[] {
  if (query === undefined || query === null || query === '') return [];
  if (Array.isArray(query)) return query.map(({ name, value }) => [String(name), toSecretText(value)]);
  if (typeof query !== 'object') {
    // The published module throws this very text, as a string.
    throw "queryParams should be an array of objects {name: 'paramName', value: 'paramValue'} or an object. In the later case keys are treated as parameters names";
  }
  return Object.entries(query).flatMap(([name, value]) => pairsOf(name, value));
}

function pairsOf(name: string, value: unknown): QueryPair[] {
  if (typeof value === 'string' || isMasked(value)) return [[name, toSecretText(value)]];
  if (Array.isArray(value)) return value.map((single) => [name, toSecretText(single)]);
  throw `Can not correctly handle ${name}query parameter. It should be either a string for a single value, or an array for multiple values`;
}
