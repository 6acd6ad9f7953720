import { isJsonObject, type JsonObject } from '../apps/json.ts';
import { parsePeriod } from '../world/period.ts';
import type { Id } from '../world/transaction.ts';
import { findWorkItemType } from '../world/work-items.ts';
import { acceptKeys } from './accept-keys.ts';
import { acceptReference } from './accept-reference.ts';
import { bodyEntity } from './body-values.ts';
import type { RestCall } from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { visibleUser } from './visible-entity.ts';

/** Whose work it is: the body's author, else the caller. */
export function readAuthor(call: RestCall): Id {
  const { author } = call.body;
  if (author === undefined || author === null) return call.user;
  return bodyEntity(call, { value: author, keys: ['login'], find: visibleUser });
}

/** @throws RestError 400 */
export function readMinutes({ duration }: JsonObject): number | undefined {
  if (duration === undefined) return undefined;
  const { minutes, presentation } = isJsonObject(duration) ? duration : {};
  if (isJsonObject(duration)) acceptKeys(duration, ['minutes', 'presentation']);
  const read = typeof presentation === 'string' ? parsePeriod(presentation) : minutes;
  if (typeof read === 'number' && Number.isInteger(read) && read >= 0) return read;
  throw new RestError(400, 'A "duration" is {"minutes":60} or {"presentation":"1h"}.');
}

/** @throws RestError 400 */
export function readDate({ date }: JsonObject): number | undefined {
  if (date === undefined || date === null) return undefined;
  if (typeof date === 'number') return date;
  throw new RestError(400, '"date" must be a time in milliseconds.');
}

/** @throws RestError 400 when there is no such type */
export function readType(call: RestCall): Id | undefined {
  const { tx, body } = call;
  if (!isJsonObject(body.type)) return undefined;
  const { id, name } = body.type;
  const byId = typeof id === 'string' && tx.typeOf(id) === 'WorkItemType' ? id : undefined;
  const type = byId ?? (typeof name === 'string' ? findWorkItemType(tx, name) : undefined);
  if (type === undefined)
    throw new RestError(400, `There is no work item type ${JSON.stringify(name ?? id ?? null)}.`);
  acceptReference(call, body.type, type);
  return type;
}
