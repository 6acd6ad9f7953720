import { fail, type Result, succeed } from '../result.ts';
import type { FieldProblem } from './answers.ts';
import { type EntityKey, expectedEntityKey } from './entity-key.ts';
import { fieldProblem } from './field-problem.ts';
import { limits } from './limits.ts';
import { type KeyContext, parseEntityKeys, parseQueryKey } from './parse-entity-key.ts';
import type { FieldParser, FieldResult } from './read-request.ts';
import { parseTrackerIssueKey } from './tracker-issue-key.ts';

// Nine digits: more than any list has entries, and exact as a number.
const wholeNumber = /^(?:0|[1-9][0-9]{0,8})$/;

/** A Tracker issue key or its address, to the key as Tracker spells it. */
export const parseIssueKeyField: FieldParser<string> = textField(parseTrackerIssueKey);

/** The key of a Tracker queue, in the letter case in which it was sent. */
export const parseQueueKeyField: FieldParser<string> = textLike(
  /^[A-Za-z][A-Za-z0-9]{0,98}$/,
  'the key of a Tracker queue, such as TEST',
);

/** The key of one YouTrack object, in a query. */
export function queryKey(context: KeyContext): FieldParser<EntityKey> {
  return textField((text) => parseQueryKey(text, context));
}

/** A field whose text one of the protocol's own parsers understands; their problem is what they expected. */
export function textField<T>(parse: (text: string) => Result<T, string>): FieldParser<T> {
  return (field, received) => {
    const parsed = parse(typeof received === 'string' ? received : '');
    return parsed.ok ? parsed : fail([fieldProblem(field, parsed.problem, received)]);
  };
}

/** The same where a mere guess is of no use. */
export function certainKey(context: KeyContext): FieldParser<EntityKey> {
  return textField((text) => {
    const key = parseQueryKey(text, context);
    return key.ok && key.value.isGuess ? fail(expectedEntityKey) : key;
  });
}

/** A key of a request and where in the request it stands (`entityIds[3]`). */
export interface NamedKey {
  readonly field: string;
  readonly key: EntityKey;
}

/** How a list of keys is read. */
export interface EntityIdsContext extends KeyContext {
  /** Whether no key at all is a list too, and a blank text no key; else both are malformed. */
  readonly mayBeNone: boolean;
}

/** A list of texts that hold keys of YouTrack objects. The greatest number is not checked here: too many is not malformed. */
export function entityIds(context: EntityIdsContext): FieldParser<readonly NamedKey[]> {
  return (field, received) => {
    if (!Array.isArray(received) || (received.length === 0 && !context.mayBeNone)) {
      const least = context.mayBeNone ? 0 : 1;
      return fail([fieldProblem(field, `a list of ${least} to ${limits.entityIds} keys`, received)]);
    }
    const items = flattenItems(field, received, context);
    const parsed = collectItems(items, ([name, item]) => parseEntityId(name, item, context));
    return parsed.ok ? succeed(parsed.value.flat()) : parsed;
  };
}

/** Where none is a list too, a form has sent it: of a field with several values, it puts a list within the list. */
function flattenItems(
  field: string,
  received: readonly unknown[],
  { mayBeNone }: EntityIdsContext,
): readonly (readonly [name: string, item: unknown])[] {
  return received.flatMap((item, index) => {
    const name = `${field}[${index}]`;
    return mayBeNone && Array.isArray(item)
      ? item.map((inner: unknown, place) => [`${name}[${place}]`, inner] as const)
      : [[name, item] as const];
  });
}

function parseEntityId(field: string, received: unknown, context: EntityIdsContext): FieldResult<NamedKey[]> {
  const keys = typeof received === 'string' ? parseEntityKeys(received, context) : fail(expectedEntityKey);
  const isMissing = keys.ok && keys.value.length === 0 && !context.mayBeNone;
  if (!keys.ok || isMissing) return fail([fieldProblem(field, expectedEntityKey, received)]);
  return succeed(keys.value.map((key) => ({ field, key })));
}

/** A list of values of one make, at least one and at most so many. */
export function listOf<T>(parse: FieldParser<T>, most: number): FieldParser<readonly T[]> {
  return (field, received) => {
    if (!Array.isArray(received) || received.length === 0)
      return fail([fieldProblem(field, `a list of 1 to ${most} values`, received)]);
    return collectItems(received, (item: unknown, index) => parse(`${field}[${index}]`, item));
  };
}

/** No more is read once so many problems are known as are told. */
function collectItems<I, T>(
  items: readonly I[],
  parse: (item: I, index: number) => FieldResult<T>,
): FieldResult<readonly T[]> {
  const values: T[] = [];
  const problems: FieldProblem[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = parse(item, index);
    if (parsed.ok) values.push(parsed.value);
    else problems.push(...parsed.problem);
    if (problems.length >= limits.listProblems) return fail(problems.slice(0, limits.listProblems));
  }
  return problems.length > 0 ? fail(problems) : succeed(values);
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

/** A text of at most so many characters, counted as it was sent, to the text without the blanks around it. */
export function textUpTo(mostCharacters: number): FieldParser<string> {
  return textField((received) => {
    const text = received.trim();
    if (text !== '' && received.length <= mostCharacters) return succeed(text);
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
