import { patternOnUse } from '../protocol/pattern-on-use.ts';
import { attempt, fail, type Result, succeed } from '../result.ts';

/**
 * What YouTrack hands over need not be JavaScript's own: on a JVM engine numbers may be Longs, lists Lists, and nothing has
 * the prototype one expects. This file alone looks at what such a value is; all others get primitives from it.
 *
 * Only null and undefined are *unset*. Anything that is not what it should be is *not understood*, and the problem is how
 * it prints.
 */
export type HostValue<T> = Result<T | undefined, string>;

// Digits, and no more of them than a 64-bit integer has.
const wholeNumber = /^-?(?:0|[1-9]\d{0,18})$/;

// An object may call itself a list of billions: of an argument of a tool no more is looked at. No argument may be as long.
const mostGiven = 1_000;
const mostWithin = 100;

// CR, LF, TAB, NUL and their kind, and the two line separators that are no control characters.
const unshown = patternOnUse(String.raw`[\p{Cc}\u2028\u2029]`, 'gu');

export function parseText(value: unknown): HostValue<string> {
  if (isUnset(value)) return succeed(undefined);
  return typeof value === 'string' ? succeed(String(value)) : fail(print(value));
}

export function parseFlag(value: unknown): HostValue<boolean> {
  if (isUnset(value)) return succeed(undefined);
  return typeof value === 'boolean' ? succeed(String(value) === 'true') : fail(print(value));
}

/** A whole number of up to 64 bits, in decimal digits: a Long prints exactly where it does not fit into a double. */
export function parseDigits(value: unknown): HostValue<string> {
  if (isUnset(value)) return succeed(undefined);
  const digits = print(value);
  return typeof value !== 'string' && wholeNumber.test(digits) ? succeed(digits) : fail(digits);
}

/**
 * A text with something in it, for what is only shown: there, what is not understood is as good as unset, and control characters
 * and line breaks are blanks, because it is shown on one line.
 */
export function findText(value: unknown): string | undefined {
  // Not by way of `parseText`: what is no text would be printed, which asks the platform, and for nothing.
  const line = typeof value === 'string' ? value.replace(unshown(), ' ') : '';
  return line.trim() === '' ? undefined : line;
}

/** A finite number, such as an instant in epoch milliseconds, for what is only shown. */
export function findNumber(value: unknown): number | undefined {
  const number = typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** Whether a flag is set, for what is only shown. */
export function isTrue(value: unknown): boolean {
  const flag = parseFlag(value);
  return flag.ok && flag.value === true;
}

/** A text that the API always has, such as a key or a login. */
export function toText(value: string): string {
  return String(value);
}

/**
 * The elements of an array or a List, which have a length and places, or of YouTrack's own set, which can only be visited.
 * What is no list stands for itself, unset for none.
 * @param most places that are looked at, where a caller says how many there are
 */
export function toList(value: unknown, most = Number.POSITIVE_INFINITY): readonly unknown[] {
  if (isUnset(value)) return [];
  const length = readMember(value, 'length');
  if (typeof length === 'number') {
    const looked = Math.min(Number(length), most);
    return Array.from({ length: looked }, (_, index) => readMember(value, String(index)));
  }
  if (!isVisitable(value)) return [value];
  const elements: unknown[] = [];
  value.forEach((element) => {
    elements.push(element);
  });
  return elements;
}

/**
 * What a tool was handed as JSON's own values, for the protocol's parsers: texts, flags, numbers and lists of these; unset is
 * undefined. An object, or a list in a list, has no meaning anywhere: it becomes a list of what it prints as, which is no text.
 */
export function toJson(value: unknown): unknown {
  const isList = typeof value !== 'string' && typeof readMember(value, 'length') === 'number';
  return isList || isVisitable(value) ? toList(value, mostGiven).map(toPlainValue) : toPlainValue(value);
}

function toPlainValue(value: unknown): unknown {
  const text = parseText(value);
  if (text.ok) return text.value;
  const flag = parseFlag(value);
  return flag.ok ? flag.value : (findNumber(value) ?? toList(value, mostWithin).map(print));
}

/** A member of whatever an object of the host is; undefined where there is no such object. */
export function readMember(value: unknown, name: string): unknown {
  if (isUnset(value) || typeof value !== 'object') return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** What was thrown, for the log: a Java exception tells its class only when it is printed. */
export function describeThrown(thrown: unknown): string {
  const said = print(thrown);
  const stack = parseText(readMember(thrown, 'stack'));
  if (!stack.ok || !stack.value) return said;
  return stack.value.startsWith(said) ? stack.value : `${said}\n${stack.value}`;
}

function isUnset(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isVisitable(value: unknown): value is { forEach(visitor: (element: unknown) => void): void } {
  return typeof value === 'object' && typeof readMember(value, 'forEach') === 'function';
}

/** Even printing can fail: an object need not have any method. */
function print(value: unknown): string {
  const printed = attempt(() => String(value));
  return printed.ok ? printed.value : 'an object';
}
