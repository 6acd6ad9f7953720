import { isJsonObject, type Json, type JsonObject } from '../apps/json.ts';
import type { Id } from '../world/transaction.ts';
import { namesEntity } from './accept-keys.ts';
import type { RestEntity, RestValue } from './entities/present.ts';
import type { Scope } from './entities/scope.ts';
import { RestError } from './rest-error.ts';

/**
 * Refuses what an object that only names an entity would change of it: `{"id":"6-1","name":"another"}` where a tag is put on an issue.
 * What says of the entity what is so anyway, as clients that read it send it back, is let pass.
 * @param sent the object that names the entity
 * @throws RestError 400 on an attribute the entity does not have, 501 on another value than it has
 */
export function acceptReference({ show }: Scope, sent: JsonObject, named: Id): void {
  const entity = show(named);
  for (const [key, value] of Object.entries(sent)) {
    if (namesEntity(key) || value === null || value === undefined) continue;
    const current = entity.attribute(key);
    if (current === undefined)
      throw new RestError(400, `"${key}" is no attribute of a ${entity.$type}, which is only named here.`);
    if (!isEcho(value, current))
      throw new RestError(
        501,
        `The sandbox does not set "${key}" of a ${entity.$type} that is only named here.`,
      );
  }
}

function isEcho(sent: Json, current: RestValue): boolean {
  if (typeof sent !== 'object' || sent === null) return sameText(sent, current);
  if (Array.isArray(sent))
    return (
      isList(current) &&
      sent.length === current.length &&
      sent.every((one, at) => isEcho(one, current[at] ?? null))
    );
  return isJsonObject(sent) && isEntity(current) && (sent.id === undefined || sent.id === current.id);
}

/** Names are found in any letter case. */
function sameText(sent: string | number | boolean | null, current: RestValue): boolean {
  if (typeof sent === 'string' && typeof current === 'string')
    return sent.toLowerCase() === current.toLowerCase();
  return sent === current;
}

function isList(value: RestValue): value is readonly RestValue[] {
  return Array.isArray(value);
}

function isEntity(value: RestValue): value is RestEntity {
  return isJsonObject(value) && 'attribute' in value;
}
