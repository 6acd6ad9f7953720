import { type Primitive, writeStream } from '../api/wire.ts';
import type { Execution } from '../ports/execution.ts';
import type { Id } from '../world/transaction.ts';
import { findComputed } from './computed-properties.ts';
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
  if (type === 'IssueAttachment' && name === 'content') return openContent(execution, id);
  const compute = findComputed(type, name);
  const value = compute === undefined ? tx.get(id, name) : compute(execution, id);
  return value === null && flags.has(name) ? false : toScript(tx, value);
}

/** An attachment's bytes, which stay here; the script gets their number. */
function openContent({ change, streams }: Execution, attachment: Id): Primitive {
  const base64 = change.tx.get(attachment, 'base64Content');
  return writeStream(streams.push(Buffer.from(String(base64 ?? ''), 'base64')) - 1);
}
