import { callHost, stringifyJson } from './bridge.ts';
import { findReference } from './entity.ts';
import { EntitySet } from './entity-set.ts';
import { writeEntity } from './wire.ts';

/**
 * A script's value as JSON text. Entities are not plain objects; what a server makes of them is not documented, here
 * they become what they are known by (an issue's id, a user's login, a value's name), sets become arrays.
 */
export function jsonOf(value: unknown): string {
  return stringifyJson(value, replaceEntity) ?? 'null';
}

function replaceEntity(_key: string, value: unknown): unknown {
  if (value instanceof EntitySet) return value.slice();
  const reference = findReference(value);
  return reference === undefined ? value : callHost('present', writeEntity(reference.type, reference.id));
}
