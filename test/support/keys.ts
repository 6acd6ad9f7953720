import type { EntityKey } from '../../src/protocol/entity-key.ts';
import { parseEntityKey } from '../../src/protocol/parse-entity-key.ts';
import type { NamedKey } from '../../src/protocol/parse-values.ts';

/** A key that is known to be well-formed. */
export function keyOf(written: string): EntityKey {
  const key = parseEntityKey(written, { serverAddress: () => undefined });
  if (!key.ok) throw new Error(`${written} is malformed`);
  return key.value;
}

/** Keys as a request names them in `entityIds`. */
export function idsOf(...written: readonly string[]): readonly NamedKey[] {
  return written.map((one, index) => ({ field: `entityIds[${index}]`, key: keyOf(one) }));
}
