import type { QueryScanner } from './query-scanner.ts';
import { SearchError } from './search-error.ts';

/** One of the values after an attribute: `-Fixed`, `{In Progress}`, `Today .. *`, `.. Today`. */
export interface QueryValue {
  readonly isNegative: boolean;
  readonly text: string;
  /** The other end of a range. */
  readonly to?: string;
}

/**
 * The values after an attribute's colon, separated by commas.
 * @param known values that may be several words without braces
 */
export function parseValues(scanner: QueryScanner, known: readonly string[] = []): QueryValue[] {
  const values = [parseValue(scanner, known)];
  while (scanner.take(/^,/)) values.push(parseValue(scanner, known));
  return values;
}

/** `#{In Progress}`, `#Fixed`. */
export function parseSingle(scanner: QueryScanner, known: readonly string[]): string {
  const [, braced] = scanner.take(/^\{([^}]*)\}/) ?? [];
  const text = braced ?? scanner.takeLongest(known) ?? scanner.take(/^[^\s,]+/)?.[0];
  if (text === undefined) throw new SearchError('The query ends where a value is expected');
  return text.trim();
}

function parseValue(scanner: QueryScanner, known: readonly string[]): QueryValue {
  const isNegative = scanner.take(/^-(?=\S)/) !== undefined;
  if (scanner.take(/^\.\./)) return { isNegative, text: '*', to: parseEnd(scanner, known) };
  const text = parseEnd(scanner, known);
  if (scanner.take(/^\.\./) === undefined) return { isNegative, text };
  return { isNegative, text, to: parseEnd(scanner, known) };
}

function parseEnd(scanner: QueryScanner, known: readonly string[]): string {
  const [, quoted] = scanner.take(/^"([^"]*)"/) ?? [];
  if (quoted !== undefined) return quoted;
  const [, braced] = scanner.take(/^\{([^}]*)\}/) ?? [];
  const text = braced ?? scanner.takeLongest(known) ?? scanner.take(/^(?:(?!\.\.)[^\s,])+/)?.[0];
  if (text === undefined) throw new SearchError('The query ends where a value is expected');
  return text.trim();
}
