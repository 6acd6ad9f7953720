import { succeed } from '../result.ts';
import type { FieldResult } from './collect-fields.ts';
import type { FieldParser } from './parse-fields.ts';
import { type RawRequest, readParameter } from './raw-request.ts';

/** Reads one query parameter; its parser decides what an absent one means. */
export function readField<T>(request: RawRequest, name: string, parse: FieldParser<T>): FieldResult<T> {
  const value = readParameter(request, name);
  return value.ok ? parse(name, value.value) : value;
}

/** Reads one that may be left out; a blank one, as a form sends it for a filter that is not set, counts as left out. */
export function readOptionalField<T>(
  request: RawRequest,
  name: string,
  parse: FieldParser<T>,
): FieldResult<T | undefined> {
  const value = readParameter(request, name);
  if (!value.ok) return value;
  return value.value === undefined || value.value.trim() === ''
    ? succeed(undefined)
    : parse(name, value.value);
}
