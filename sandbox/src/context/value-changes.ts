import type { EntityRef, Primitive } from '../api/wire.ts';
import type { Execution } from '../ports/execution.ts';
import { findLinkEnd } from '../world/issue-links.ts';
import type { Id, Transaction, Value } from '../world/transaction.ts';
import { foldCase, idsIn, isRef, membersOf } from '../world/values.ts';
import { findComputed } from './computed-properties.ts';
import { readSet, readSetChange, scriptPropertyOf } from './entity-sets.ts';
import { fieldToScript } from './field-values.ts';
import { openLinks } from './linked-issues.ts';
import { presentEntity } from './present-entity.ts';
import { findFieldForScript } from './project-fields.ts';
import { isEntity, type ScriptValue, toScript, typeOf } from './script-values.ts';

/** A property, set or custom field of an entity in one transaction: what it was and what it is. */
export interface ValueChange {
  readonly before: Value;
  readonly now: Value;
  readonly isChanged: boolean;
  toScript(value: Value): Primitive;
}

/** What happened to a member of an entity; on an issue, a name that is no property is a custom field's. */
export function readChange(execution: Execution, entity: EntityRef, name: string): ValueChange {
  const field = entity.type === 'Issue' ? findFieldForScript(execution, entity.id, name) : undefined;
  const isProperty = scriptPropertyOf(entity.type, name) !== undefined;
  if (field !== undefined && !isProperty) return readFieldChange(execution, entity.id, name);
  if (isProperty || entity.type !== 'Issue') return readPropertyChange(execution, entity, name);
  return readLinkChange(execution, entity, name) ?? unknownMember;
}

/** A link's name is a property of an issue, too: JetBrains' workflow on duplicates asks `issue.isChanged('duplicates')`. */
function readLinkChange(execution: Execution, entity: EntityRef, name: string): ValueChange | undefined {
  const { tx } = execution.change;
  const end = findLinkEnd(tx, name);
  if (end === undefined) return undefined;
  const { read, changed } = openLinks(execution, entity, end);
  return toChange(tx, { now: read(), added: changed('added'), removed: changed('removed') });
}

/** What happened to a custom field. @throws Error when the project has no such field */
export function readFieldChange(execution: Execution, issue: Id, name: string): ValueChange {
  const { tx } = execution.change;
  const field = findFieldForScript(execution, issue, name);
  if (field === undefined) throw new Error(`The project of the issue has no custom field ${name}`);
  const before = tx.original(issue, field.property);
  const now = tx.get(issue, field.property);
  return {
    before,
    now,
    isChanged: !isSame(before, now),
    toScript: (value) => fieldToScript(tx, field, value),
  };
}

/** A name that is no property: nothing is there, and nothing ever changes. What is stored under it is nobody's business. */
const unknownMember: ValueChange = { before: null, now: null, isChanged: false, toScript: () => null };

function readPropertyChange(execution: Execution, entity: EntityRef, name: string): ValueChange {
  const { tx } = execution.change;
  const definition = scriptPropertyOf(entity.type, name);
  if (definition === undefined || definition.internal === true) return unknownMember;
  if (definition.kind === 'set') return readSetAsChange(tx, entity, name);
  const compute = findComputed(entity.type, name);
  const now = compute === undefined ? tx.get(entity.id, name) : compute(execution, entity.id);
  const before = compute === undefined ? tx.original(entity.id, name) : now;
  return { before, now, isChanged: !isSame(before, now), toScript: (value) => toScript(tx, value) };
}

function readSetAsChange(tx: Transaction, entity: EntityRef, property: string): ValueChange {
  return toChange(tx, {
    now: readSet(tx, entity, property),
    added: readSetChange(tx, entity, { property, side: 'added' }),
    removed: readSetChange(tx, entity, { property, side: 'removed' }),
  });
}

interface SetChange {
  readonly now: readonly Id[];
  readonly added: readonly Id[];
  readonly removed: readonly Id[];
}

function toChange(tx: Transaction, { now, added, removed }: SetChange): ValueChange {
  const before = [...now.filter((id) => !added.includes(id)), ...removed];
  return {
    before: before.map((ref) => ({ ref })),
    now: now.map((ref) => ({ ref })),
    isChanged: added.length + removed.length > 0,
    toScript: (value) => toScript(tx, value),
  };
}

/** Whether a value is the expected one: an entity by id, or by what it is known by; of a set, one of its elements. */
export function isExpected(tx: Transaction, value: Value, expected: ScriptValue): boolean {
  if (expected === null) return membersOf(value).length === 0;
  return membersOf(value).some((member) => {
    if (isEntity(expected)) return isRef(member) && member.ref === expected.id;
    if (!isRef(member)) return member === expected;
    const type = typeOf(tx, member.ref) ?? '';
    return (
      typeof expected === 'string' && foldCase(presentEntity(tx, type, member.ref)) === foldCase(expected)
    );
  });
}

/** Whether a value became the expected one in this transaction. */
export function becameExpected(
  tx: Transaction,
  { before, now, isChanged }: ValueChange,
  expected: ScriptValue,
): boolean {
  return isChanged && isExpected(tx, now, expected) && !isExpected(tx, before, expected);
}

/** Whether two stored values are equal; sets in any order. */
export function isSame(left: Value, right: Value): boolean {
  if (left === right) return true;
  const one = membersOf(left);
  const other = membersOf(right);
  if (one.length !== other.length) return false;
  const ids = new Set(idsIn(right));
  return one.every((member, index) => (isRef(member) ? ids.has(member.ref) : member === other[index]));
}
