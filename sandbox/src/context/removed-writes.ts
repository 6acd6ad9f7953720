import { isReader } from '../api/method-tables.ts';
import { kindOf, type Primitive, readEntity } from '../api/wire.ts';
import type { Execution } from '../ports/execution.ts';
import { presentEntity } from './present-entity.ts';

const writes: ReadonlySet<string> = new Set([
  'set',
  'field.set',
  'ext.set',
  'set.add',
  'set.delete',
  'set.clear',
]);

/** One thing a script asks for, as the platform gets it. */
interface Asked {
  readonly operation: string;
  readonly values: readonly Primitive[];
}

/**
 * Whether what a script asks for is a write to an entity that its transaction has removed, and is passed over: shipped
 * workflows write in rules that run on removal as well [inferred], so the removal goes through and the log warns. With
 * `--removed-writes throw` it is an error, as in the newest persistence layer. Every kind of write is treated alike.
 * @throws Error when such writes are to be refused
 */
export function passesOverRemoved(execution: Execution, asked: Asked): boolean {
  const entity = findRemoved(execution, asked);
  if (entity === undefined) return false;
  const { app, script, change } = execution;
  const message = `${describe(asked)} is a write to ${entity}, which this change removes`;
  if (change.sandbox.removedWrites === 'throw') throw new Error(message);
  app.log({ level: 'WARN', script: script.name, message: `${message}: it is passed over` });
  return true;
}

/** The removed entity that is written to or put into another one's set, in words. */
function findRemoved({ change: { tx } }: Execution, { operation, values }: Asked): string | undefined {
  const [owner, member, element] = values;
  if (operation === 'call' ? isReader(String(member)) : !writes.has(operation)) return undefined;
  const touched = operation === 'set.add' ? [owner, element] : [owner];
  for (const wire of touched) {
    if (kindOf(wire) !== 'entity') continue;
    const { type, id } = readEntity(String(wire));
    if (tx.isRemoved(id)) return `the ${type} ${presentEntity(tx, type, id)}`;
  }
  return undefined;
}

function describe({ operation, values }: Asked): string {
  const member = String(values[1]);
  return operation === 'call' ? `${member}()` : member;
}
