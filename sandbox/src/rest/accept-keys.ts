import type { JsonObject } from '../apps/json.ts';
import { RestError } from './rest-error.ts';

/** What names the entity itself and changes nothing. */
const identity: ReadonlySet<string> = new Set(['id', '$type', 'type', 'idReadable', 'ringId']);

/** Whether an attribute of a body names the entity itself. */
export function namesEntity(key: string): boolean {
  return identity.has(key);
}

/**
 * Refuses what a request's body names and nothing would come of: what a call names is applied, refused or 501, never passed over.
 * @param applied the attributes that are applied
 * @param missing attributes of JetBrains' REST reference that the sandbox does not set
 * @throws RestError 400 on an attribute nobody knows, 501 on a missing one
 */
export function acceptKeys(
  body: JsonObject,
  applied: readonly string[],
  missing: readonly string[] = [],
): void {
  for (const [key, value] of Object.entries(body)) {
    if (applied.includes(key) || namesEntity(key)) continue;
    if (missing.includes(key) && value !== null && value !== undefined)
      throw new RestError(501, `The sandbox does not set "${key}".`);
    if (!missing.includes(key))
      throw new RestError(
        400,
        `"${key}" is no attribute that can be set here; these are: ${applied.join(', ')}.`,
      );
  }
}
