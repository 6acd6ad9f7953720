import { succeed } from '../result.ts';
import { wholeBetween } from './parse-values.ts';
import { type FieldResult, type RawRequest, readOptionalField } from './read-request.ts';

/** Which part of a list is wanted. */
export interface Paging {
  readonly skip: number;
  readonly top: number;
}

const defaultTop = 50;

/** `skip` and `top` of any list. */
export function readPaging(
  request: RawRequest,
  mostTop: number,
): { skip: FieldResult<number>; top: FieldResult<number> } {
  return {
    skip: withDefault(readOptionalField(request, 'skip', wholeBetween(0, 999_999_999)), 0),
    top: withDefault(readOptionalField(request, 'top', wholeBetween(1, mostTop)), defaultTop),
  };
}

/** What holds where nothing was said. */
export function withDefault<T>(field: FieldResult<T | undefined>, value: T): FieldResult<T> {
  return field.ok ? succeed(field.value ?? value) : field;
}
