import { findGroup, findUser } from '../../world/lookup.ts';
import { parsePeriod } from '../../world/period.ts';
import type { Id, Value } from '../../world/transaction.ts';
import { foldCase, isRef, membersOf } from '../../world/values.ts';
import { parseDateRange } from './parse-date-range.ts';
import type { QueryValue } from './parse-values.ts';
import type { Condition } from './query.ts';
import { SearchError } from './search-error.ts';
import type { SearchableField, SearchPlace } from './search-place.ts';
import { textCondition } from './text-condition.ts';

/** Issues whose custom field has a value of the query. */
export function fieldCondition(place: SearchPlace, field: SearchableField, value: QueryValue): Condition {
  const property = `field:${field.name}`;
  const { tx } = place;
  if (isUnset(field, value.text)) return (issue) => tx.get(issue, property) === null;
  if (field.kinds.has('date') || field.kinds.has('dateTime')) {
    const { from, before } = parseDateRange(value, place.now);
    return (issue) => isBetween(tx.get(issue, property), (number) => number >= from && number < before);
  }
  if (['integer', 'float', 'period'].some((kind) => field.kinds.has(kind))) {
    const { from, to } = parseNumbers(field, value);
    return (issue) => isBetween(tx.get(issue, property), (number) => number >= from && number <= to);
  }
  if (field.kinds.has('string') || field.kinds.has('text')) return textCondition(tx, value.text, [property]);
  const isMeant = referenceTest(place, field, value.text);
  return (issue) => membersOf(tx.get(issue, property)).some((member) => isRef(member) && isMeant(member.ref));
}

/** `Unassigned`, `{No Priority}`. */
function isUnset({ name }: SearchableField, text: string): boolean {
  const word = foldCase(text);
  return word === `no ${foldCase(name)}` || (word === 'unassigned' && foldCase(name) === 'assignee');
}

function referenceTest({ tx, user }: SearchPlace, field: SearchableField, text: string): (id: Id) => boolean {
  if (field.kinds.has('user')) {
    const wanted = foldCase(text) === 'me' ? user : findUser(tx, text);
    if (wanted === undefined) throw new SearchError(`There is no user '${text}'`);
    return (id) => id === wanted;
  }
  if (field.kinds.has('group')) {
    const wanted = findGroup(tx, text);
    if (wanted === undefined) throw new SearchError(`There is no group '${text}'`);
    return (id) => id === wanted;
  }
  const name = foldCase(text);
  if (!field.values.some((value) => foldCase(value) === name))
    throw new SearchError(`The field ${field.name} has no value '${text}'`);
  return (id) => foldCase(String(tx.get(id, 'name'))) === name;
}

function parseNumbers(
  { name, kinds }: SearchableField,
  { text, to }: QueryValue,
): { from: number; to: number } {
  const read = (end: string, open: number) => {
    if (end === '*') return open;
    const number = kinds.has('period') ? parsePeriod(end) : Number(end);
    if (number === undefined || Number.isNaN(number))
      throw new SearchError(`'${end}' is no value of the field ${name}`);
    return number;
  };
  const from = read(text, Number.NEGATIVE_INFINITY);
  return {
    from,
    to:
      to === undefined
        ? text === '*'
          ? Number.POSITIVE_INFINITY
          : from
        : read(to, Number.POSITIVE_INFINITY),
  };
}

function isBetween(value: Value, test: (number: number) => boolean): boolean {
  return typeof value === 'number' && test(value);
}
