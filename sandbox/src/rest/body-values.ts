import { isJsonObject, type Json, type JsonObject } from '../apps/json.ts';
import type { Id } from '../world/transaction.ts';
import { acceptReference } from './accept-reference.ts';
import type { Scope } from './entities/scope.ts';
import { RestError } from './rest-error.ts';

/**
 * A text of a request's body; undefined when it is not there, `null` when it is to be emptied.
 * @throws RestError 400 when it is no text
 */
export function bodyText(body: JsonObject, name: string): string | null | undefined {
  const value = body[name];
  if (value === undefined || value === null || typeof value === 'string') return value;
  throw new RestError(400, `"${name}" must be a string.`);
}

/** A text that must be there and not blank. @throws RestError 400 */
export function requiredText(body: JsonObject, name: string): string {
  const text = bodyText(body, name);
  if (text === undefined || text === null || text.trim() === '')
    throw new RestError(400, `"${name}" is required.`);
  return text;
}

/** A yes or no; undefined when it is not there. @throws RestError 400 */
export function bodyFlag(body: JsonObject, name: string): boolean | undefined {
  const value = body[name];
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? undefined;
  throw new RestError(400, `"${name}" must be true or false.`);
}

/** A list of objects; undefined when it is not there. @throws RestError 400 */
export function bodyList(body: JsonObject, name: string): readonly JsonObject[] | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.every(isJsonObject)) return value;
  throw new RestError(400, `"${name}" must be a list of objects.`);
}

/**
 * The entity an object of a body names: `{"id":"2-17"}`, `{"login":"jane"}`, `{"shortName":"DEMO"}`…
 * @param keys the attributes it may be named by, besides `id`
 * @param find finds the entity, or throws
 * @throws RestError 400 when it names nothing; as `acceptReference` when it says more than a name
 */
export function bodyEntity(
  call: Scope,
  {
    value,
    keys,
    find,
  }: { value: Json | undefined; keys: readonly string[]; find: (call: Scope, id: string) => Id },
): Id {
  const holder = isJsonObject(value) ? value : {};
  const key = ['id', ...keys]
    .map((name) => holder[name])
    .find((name) => typeof name === 'string' && name !== '');
  if (typeof key !== 'string')
    throw new RestError(400, `An entity must be named by ${['id', ...keys].join(' or ')}.`);
  const found = find(call, key);
  acceptReference(call, holder, found);
  return found;
}
