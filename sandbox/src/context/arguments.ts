import type { EntityRef } from '../api/wire.ts';
import { isEntity, type ScriptValue } from './script-values.ts';

/** Reading a method's arguments, with errors that say which one is wrong. */
export function entityArgument(
  value: ScriptValue | undefined,
  place: string,
  types: readonly string[],
): EntityRef {
  if (isEntity(value) && types.includes(value.type)) return value;
  throw new TypeError(`${place} must be ${types.join(' or ')}, and is ${describeValue(value)}`);
}

/** A text, or a number or boolean as its text. @throws TypeError for anything else */
export function textArgument(value: ScriptValue | undefined, place: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError(`${place} must be a string, and is ${describeValue(value)}`);
}

/** A value in the words of an error message. */
export function describeValue(value: ScriptValue | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (isEntity(value)) return `${startsWithVowel(value.type) ? 'an' : 'a'} ${value.type}`;
  if (typeof value === 'object') return 'an object';
  return `the ${typeof value} ${JSON.stringify(value).slice(0, 60)}`;
}

function startsWithVowel(text: string): boolean {
  return /^[AEIOU]/.test(text) && !text.startsWith('User');
}
