import { findIssue } from '../../world/lookup.ts';
import type { Id } from '../../world/transaction.ts';
import { foldCase } from '../../world/values.ts';
import { type Attribute, builtInAttributes, linkAttribute } from './attributes.ts';
import { fieldCondition } from './field-condition.ts';
import { parseSort } from './parse-sort.ts';
import { parseSingle, parseValues, type QueryValue } from './parse-values.ts';
import type { Condition, Query, SortKey } from './query.ts';
import { QueryScanner } from './query-scanner.ts';
import { SearchError } from './search-error.ts';
import { linkNames, type SearchableField, type SearchPlace, searchableFields } from './search-place.ts';
import { textCondition } from './text-condition.ts';

interface ParsedAttribute {
  readonly attribute: Attribute;
  readonly values: readonly string[];
  readonly name: string;
}

/**
 * Understands a query: `attribute: value, -value`, `#value`, quoted and plain words, `sort by:`. Everything that stands
 * side by side must hold; several values of one attribute are alternatives.
 * @throws SearchError for anything else
 */
export function parseQuery(place: SearchPlace, text: string): Query {
  const fields = searchableFields(place.tx);
  const attributes = collectAttributes(place, fields);
  const scanner = new QueryScanner(text);
  const conditions: Condition[] = [];
  let sort: readonly SortKey[] = [];
  let candidates: readonly Id[] | undefined;
  while (!scanner.isAtEnd) {
    if (scanner.take(/^sort by:/i)) {
      sort = parseSort(scanner, place);
      continue;
    }
    const parsed = scanner.takeAttribute(attributes);
    if (parsed === undefined) {
      conditions.push(parseRest(scanner, place, fields));
      continue;
    }
    const values = parseValues(scanner, parsed.values);
    conditions.push(anyOf(place, parsed.attribute, values));
    if (parsed.name === 'issue id') candidates ??= namedIssues(place, values);
  }
  return { conditions, sort, ...(candidates === undefined ? {} : { candidates }) };
}

function collectAttributes(
  { tx }: SearchPlace,
  fields: ReadonlyMap<string, SearchableField>,
): ReadonlyMap<string, ParsedAttribute> {
  const found = new Map<string, ParsedAttribute>();
  const fieldNames = [...fields.values()].map(({ name }) => name);
  for (const name of linkNames(tx))
    found.set(foldCase(name), { name, attribute: linkAttribute(name), values: [] });
  for (const [key, field] of fields) {
    const attribute: Attribute = (place, value) => fieldCondition(place, field, value);
    found.set(key, { name: field.name, attribute, values: field.values });
    if (key === 'assignee') found.set('for', { name: 'for', attribute, values: [] });
  }
  for (const [name, attribute] of Object.entries(builtInAttributes)) {
    found.set(name, { name, attribute, values: name === 'has' ? fieldNames : [] });
  }
  return found;
}

/** An issue is meant when it has one of the wanted values, if any is wanted, and none of the unwanted ones. */
function anyOf(place: SearchPlace, attribute: Attribute, values: readonly QueryValue[]): Condition {
  const wanted = values.filter(({ isNegative }) => !isNegative).map((value) => attribute(place, value));
  const unwanted = values.filter(({ isNegative }) => isNegative).map((value) => attribute(place, value));
  return (issue) =>
    (wanted.length === 0 || wanted.some((condition) => condition(issue))) &&
    !unwanted.some((condition) => condition(issue));
}

function namedIssues({ tx }: SearchPlace, values: readonly QueryValue[]): Id[] | undefined {
  if (values.some(({ isNegative }) => isNegative)) return undefined;
  return values.map(({ text }) => findIssue(tx, text)).filter((id) => id !== undefined);
}

/** `#Unresolved`, `-#Fixed`, `"a phrase"`, `word`, `-word`. */
function parseRest(
  scanner: QueryScanner,
  place: SearchPlace,
  fields: ReadonlyMap<string, SearchableField>,
): Condition {
  const [, minus, hash] = scanner.take(/^(-?)(#)/) ?? [];
  if (hash !== undefined) {
    const values = [...fields.values()].flatMap((field) => field.values);
    return negateIf(minus === '-', keyword(place, fields, parseSingle(scanner, values)));
  }
  const [, notPhrase, phrase] = scanner.take(/^(-?)"([^"]*)"/) ?? [];
  if (phrase !== undefined) return negateIf(notPhrase === '-', textCondition(place.tx, phrase));
  const [word = ''] = scanner.take(/^\S+/) ?? [];
  return parseWord(place, word);
}

function parseWord({ tx }: SearchPlace, word: string): Condition {
  const plain = foldCase(word);
  if (plain === 'and') return () => true;
  if (plain === 'or' || /[():{}]/.test(word))
    throw new SearchError(`'${word}' in a query is not emulated by the sandbox`);
  if (plain === 'resolved' || plain === 'unresolved') return resolution(tx, plain);
  const isNegative = plain.length > 1 && plain.startsWith('-');
  return negateIf(isNegative, textCondition(tx, isNegative ? plain.slice(1) : plain));
}

/** What follows `#`: resolved or not, an issue's id, or the name of a value of any field. */
function keyword(place: SearchPlace, fields: ReadonlyMap<string, SearchableField>, text: string): Condition {
  const { tx } = place;
  const word = foldCase(text);
  if (word === 'resolved' || word === 'unresolved') return resolution(tx, word);
  const named = findIssue(tx, text);
  if (named !== undefined || /^[a-z]\w*-\d+$/i.test(text)) return (issue) => issue === named;
  const owners = [...fields.values()].filter(({ values }) =>
    values.some((value) => foldCase(value) === word),
  );
  if (owners.length > 0) {
    const conditions = owners.map((field) => fieldCondition(place, field, { isNegative: false, text }));
    return (issue) => conditions.some((condition) => condition(issue));
  }
  const attribute = tx.find('Project', 'key', text).length > 0 ? builtInAttributes.project : undefined;
  if (attribute === undefined) throw new SearchError(`'#${text}' is not a value the sandbox knows`);
  return attribute(place, { isNegative: false, text });
}

function resolution(tx: SearchPlace['tx'], word: string): Condition {
  return (issue) => (tx.get(issue, 'resolved') !== null) === (word === 'resolved');
}

function negateIf(isNegative: boolean, condition: Condition): Condition {
  return isNegative ? (issue) => !condition(issue) : condition;
}
