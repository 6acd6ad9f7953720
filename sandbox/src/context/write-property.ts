import type { EntityRef } from '../api/wire.ts';
import type { Execution } from '../ports/execution.ts';
import { moveIssue } from '../world/issues.ts';
import type { Value } from '../world/transaction.ts';
import { describeValue, entityArgument } from './arguments.ts';
import { isEntity, isEntityList, type ScriptValue } from './script-values.ts';

type Write = (execution: Execution, entity: EntityRef, value: ScriptValue) => void;

const texts = new Set(['summary', 'description', 'content', 'text']);
const references: Readonly<Record<string, readonly string[]>> = {
  parentArticle: ['Article'],
  type: ['WorkItemType'],
};

const special: Readonly<Record<string, Write>> = {
  project: writeProject,
  permittedGroup: ({ change }, { id }, value) => {
    const group =
      value === null ? undefined : entityArgument(value, 'permittedGroup', ['UserGroup', 'ProjectTeam']);
    change.tx.set(id, 'permittedGroups', null);
    if (group !== undefined) change.tx.add(id, 'permittedGroups', { ref: group.id });
  },
};

/** Sets a writable plain property, or replaces a writable set as a whole. */
export function writeProperty(
  execution: Execution,
  entity: EntityRef,
  { name, value }: { readonly name: string; readonly value: ScriptValue },
): void {
  const write = Object.hasOwn(special, name) ? special[name] : undefined;
  if (write !== undefined) {
    write(execution, entity, value);
    return;
  }
  execution.change.tx.set(entity.id, name, toStored(entity, name, value));
}

function toStored({ type }: EntityRef, name: string, value: ScriptValue): Value {
  if (value === null) return null;
  const types = references[name];
  if (types !== undefined) return { ref: entityArgument(value, `${type}.${name}`, types).id };
  if (texts.has(name) && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  if (isEntityList(value)) return value.map(({ id }) => ({ ref: id }));
  if (typeof value === 'object' && !isEntity(value))
    throw new TypeError(`${type}.${name} cannot be ${describeValue(value)}`);
  return isEntity(value) ? { ref: value.id } : value;
}

function writeProject({ change }: Execution, { type, id }: EntityRef, value: ScriptValue): void {
  const project = entityArgument(value, `${type}.project`, ['Project']);
  if (type === 'Issue')
    moveIssue(change.tx, { issue: id, project: project.id, now: change.sandbox.clock.now() });
  else throw new Error('moving an article to another project is not emulated by the sandbox');
}
