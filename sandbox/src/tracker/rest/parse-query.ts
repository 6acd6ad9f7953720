import type { TrackerIssue } from '../issue-book.ts';
import { queueKeyOf } from '../issue-book.ts';
import { hasWords, wordsOf } from './same-word.ts';

/** What a query of the query language asks for. */
export interface IssueQuery {
  matches(issue: TrackerIssue): boolean;
  /** Negative when the left one comes first. */
  compare(left: TrackerIssue, right: TrackerIssue): number;
}

type Condition = IssueQuery['matches'];

/** One condition: `Summary: "words"`, `Queue: TEST, SHOP`, or bare words. A `#` asks for the exact text, a `!` for its absence. */
const part =
  /\s*(?:(?:"(?<quotedField>[^"]*)"|(?<field>\p{L}+))\s*:\s*(?<values>[#!]?(?:"[^"]*"|[^\s",]+)(?:\s*,\s*(?:"[^"]*"|[^\s",]+))*)(?:\s+(?<direction>ASC|DESC)\b)?|"(?<quotedText>[^"]*)"|(?<text>[^\s":]+))/uy;

const comparable: Readonly<Record<string, (issue: TrackerIssue) => number | string>> = {
  key: (issue) => issue.key,
  summary: (issue) => issue.summary,
  created: (issue) => issue.createdAt,
  updated: (issue) => issue.updatedAt,
};

/**
 * The part of Tracker's query language that is emulated ("Query language": searching by text, several values, AND, Sort By):
 * the fields Summary, Queue and Key, and text alone. Undefined for everything else: it must not seem to work.
 */
export function parseQuery(text: string): IssueQuery | undefined {
  const conditions: Condition[] = [];
  let compare: IssueQuery['compare'] = () => 0;
  part.lastIndex = 0;
  while (part.lastIndex < text.trimEnd().length) {
    const found = part.exec(text)?.groups;
    if (found === undefined) return undefined;
    const field = (found.quotedField ?? found.field)?.toLowerCase();
    if (field === 'sort by') {
      const sort = parseSort(found.values ?? '', found.direction);
      if (sort === undefined) return undefined;
      compare = sort;
      continue;
    }
    const condition = field === undefined ? parseText(found) : parseField(field, found.values ?? '');
    if (condition === undefined || found.direction !== undefined) return undefined;
    conditions.push(condition);
  }
  return { matches: (issue) => conditions.every((condition) => condition(issue)), compare };
}

/** A field's condition, as `filter` has them too: one of several values. */
export function parseField(field: string, values: string): Condition | undefined {
  const operator = /^[#!]/.exec(values)?.[0];
  const listed = [...values.matchAll(/"([^"]*)"|([^\s",#!]+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  const one = oneOf(field, operator === '#');
  if (one === undefined) return undefined;
  const any: Condition = (issue) => listed.some((value) => one(issue, value));
  return operator === '!' ? (issue) => !any(issue) : any;
}

function oneOf(
  field: string,
  isExact: boolean,
): ((issue: TrackerIssue, value: string) => boolean) | undefined {
  if (field === 'queue') return ({ key }, value) => queueKeyOf(key) === value;
  if (field === 'key') return ({ key, aliases }, value) => key === value || aliases.includes(value);
  if (field !== 'summary') return undefined;
  return ({ summary }, value) => (isExact ? summary === value : hasWords(summary, wordsOf(value)));
}

function parseText({
  quotedText,
  text = '',
}: Readonly<Record<string, string | undefined>>): Condition | undefined {
  if (text.toUpperCase() === 'OR' || /^[()]/.test(text)) return undefined;
  if (text.toUpperCase() === 'AND') return () => true;
  return ({ summary }) => hasWords(summary, wordsOf(quotedText ?? text));
}

function parseSort(values: string, direction: string | undefined): IssueQuery['compare'] | undefined {
  const read = comparable[values.toLowerCase()];
  if (read === undefined) return undefined;
  const sign = direction === 'DESC' ? -1 : 1;
  return (left, right) => {
    const [one, other] = [read(left), read(right)];
    return one === other ? 0 : sign * (one < other ? -1 : 1);
  };
}
