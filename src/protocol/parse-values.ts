import { fail, type Result, succeed } from '../result.ts';
import { type EntityKey, parseEntityKey } from './entity-key.ts';
import { fieldProblem } from './field-problem.ts';
import { limits } from './limits.ts';
import type { FieldParser, FieldResult } from './read-request.ts';
import { parseTrackerIssueKey } from './tracker-issue-key.ts';

// Nine digits: more than any list has entries, and exact as a number.
const wholeNumber = /^(?:0|[1-9][0-9]{0,8})$/;

/** A Tracker issue key or its address, to the key as Tracker spells it. */
export const parseIssueKeyField: FieldParser<string> = textField(parseTrackerIssueKey);

/** The key of one YouTrack object. */
export const parseEntityKeyField: FieldParser<EntityKey> = textField(parseEntityKey);

/** A field whose text one of the protocol's own parsers understands; their problem is what they expected. */
export function textField<T>(parse: (text: string) => Result<T, string>): FieldParser<T> {
  return (field, received) => {
    const parsed = parse(typeof received === 'string' ? received : '');
    return parsed.ok ? parsed : fail([fieldProblem(field, parsed.problem, received)]);
  };
}

/** A list of keys of YouTrack objects. Its greatest length is not checked here: too many is not malformed. */
export function parseEntityIdsField(field: string, received: unknown): FieldResult<readonly EntityKey[]> {
  if (!Array.isArray(received) || received.length === 0) {
    return fail([fieldProblem(field, `a list of 1 to ${limits.entityIds} keys`, received)]);
  }
  const parsed = received.map((item, index) => parseEntityKeyField(`${field}[${index}]`, item));
  const problems = parsed.flatMap((item) => (item.ok ? [] : item.problem));
  if (problems.length > 0) return fail(problems);
  return succeed(parsed.flatMap((item) => (item.ok ? [item.value] : [])));
}

/** One of a few words, exactly. */
export function choice<T extends string>(...words: readonly T[]): FieldParser<T> {
  return (field, received) => {
    const word = words.find((one) => one === received);
    return word === undefined
      ? fail([fieldProblem(field, `one of ${words.join(', ')}`, received)])
      : succeed(word);
  };
}

/** A whole number in decimal digits, within bounds. */
export function wholeBetween(least: number, most: number): FieldParser<number> {
  return (field, received) => {
    const value = typeof received === 'string' && wholeNumber.test(received) ? Number(received) : Number.NaN;
    return value >= least && value <= most
      ? succeed(value)
      : fail([fieldProblem(field, `a whole number from ${least} to ${most}`, received)]);
  };
}

/** A text of at most so many characters, without the blanks around it. */
export function textUpTo(mostCharacters: number): FieldParser<string> {
  return textField((received) => {
    const text = received.trim();
    if (text !== '' && text.length <= mostCharacters) return succeed(text);
    return fail(`a text of 1 to ${mostCharacters} characters`);
  });
}

/** A text of a certain make, without the blanks around it. `expected` says in words what it should look like. */
export function textLike(pattern: RegExp, expected: string): FieldParser<string> {
  return textField((received) => {
    const text = received.trim();
    return pattern.test(text) ? succeed(text) : fail(expected);
  });
}
