import type { Primitive } from '../api/wire.ts';
import type { Id } from '../world/transaction.ts';
import { findComputed } from './computed-properties.ts';
import type { Execution } from './execution.ts';
import { toScript } from './script-values.ts';

/** Booleans the world leaves unset when they are false. */
const flags = new Set([
  'deleted',
  'isAllUsersGroup',
  'isArchived',
  'isAutoJoin',
  'isBanned',
  'isPinned',
  'isReleased',
  'isResolved',
  'isSystem',
]);

/** The value of an entity's plain property: worked out, or as it is stored. */
export function readProperty(
  execution: Execution,
  { type, id }: { type: string; id: Id },
  name: string,
): Primitive {
  const { tx } = execution.change;
  const compute = findComputed(type, name);
  const value = compute === undefined ? tx.get(id, name) : compute(execution, id);
  return value === null && flags.has(name) ? false : toScript(tx, value);
}
