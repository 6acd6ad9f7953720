import { type EntityKey, parseEntityKey } from '../../src/protocol/entity-key.ts';

/** A key that is known to be well-formed. */
export function keyOf(written: string): EntityKey {
  const key = parseEntityKey(written);
  if (!key.ok) throw new Error(`${written} is malformed`);
  return key.value;
}
