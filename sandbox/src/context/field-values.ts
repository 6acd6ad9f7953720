import { type Primitive, writePeriod } from '../api/wire.ts';
import type { Execution } from '../ports/execution.ts';
import { findFieldValue, setField } from '../world/custom-fields.ts';
import { findGroup, findUser } from '../world/lookup.ts';
import { parsePeriod } from '../world/period.ts';
import type { Id, Ref, Transaction, Value } from '../world/transaction.ts';
import { idsIn } from '../world/values.ts';
import { describeValue } from './arguments.ts';
import type { ProjectField } from './project-fields.ts';
import { isEntity, isEntityList, type ScriptValue, toScript } from './script-values.ts';

const bundleKinds = new Set(['state', 'enum', 'version', 'build', 'owned']);
const numberKinds = new Set(['integer', 'float', 'date', 'dateTime']);

/** A custom field's stored value as scripts see it. */
export function fieldToScript(tx: Transaction, { kind }: ProjectField, value: Value): Primitive {
  return kind === 'period' && typeof value === 'number' ? writePeriod(value) : toScript(tx, value);
}

/**
 * Sets a custom field: a value of the field, its name, or what the field's type stores; `null` empties it.
 * @throws TypeError naming the field when the value does not fit
 */
export function writeField(
  { change }: Execution,
  { issue, field, value }: { issue: Id; field: ProjectField; value: ScriptValue },
): void {
  const { tx, sandbox } = change;
  const stored = fieldValueToStored(tx, field, value);
  setField(tx, { issue, field: field.field, value: stored, now: sandbox.clock.now() });
}

/** A script's value as a custom field stores it. @throws TypeError when it does not fit */
export function fieldValueToStored(tx: Transaction, field: ProjectField, value: ScriptValue): Value {
  if (value === null) return null;
  if (field.isMulti) return listOf(value).map((one) => toReference(tx, field, one));
  if (field.kind === 'period') return toMinutes(field, value);
  if (numberKinds.has(field.kind)) return toNumber(field, value);
  if (field.kind === 'string' || field.kind === 'text') return toText(field, value);
  return toReference(tx, field, value);
}

function listOf(value: ScriptValue): readonly ScriptValue[] {
  if (isEntityList(value)) return value;
  if (typeof value === 'object' && value !== null && 'json' in value && Array.isArray(value.json))
    return value.json;
  return [value];
}

function toReference(tx: Transaction, field: ProjectField, value: ScriptValue): Ref {
  const id = isEntity(value)
    ? fittingEntity(tx, field, value.id)
    : typeof value === 'string'
      ? named(tx, field, value)
      : undefined;
  if (id !== undefined) return { ref: id };
  throw new TypeError(
    `The field ${field.name} has no value ${isEntity(value) ? value.id : describeValue(value)}`,
  );
}

function fittingEntity(tx: Transaction, { kind, field }: ProjectField, id: Id): Id | undefined {
  const type = tx.typeOf(id);
  if (kind === 'user') return type === 'User' ? id : undefined;
  if (kind === 'group') return type === 'UserGroup' || type === 'ProjectTeam' ? id : undefined;
  if (!bundleKinds.has(kind)) return undefined;
  if (idsIn(tx.get(id, 'projectField'))[0] === field) return id;
  // A value of the same field of another project stands for its namesake, as in YouTrack, where projects share bundles.
  return type === undefined ? undefined : findFieldValue(tx, field, String(tx.get(id, 'name')));
}

function named(tx: Transaction, { kind, field }: ProjectField, name: string): Id | undefined {
  if (kind === 'user') return findUser(tx, name);
  if (kind === 'group') return findGroup(tx, name);
  return findFieldValue(tx, field, name);
}

function toMinutes({ name }: ProjectField, value: ScriptValue): number {
  if (typeof value === 'object' && value !== null && 'minutes' in value) return value.minutes;
  const minutes = typeof value === 'string' ? parsePeriod(value) : undefined;
  if (minutes !== undefined) return minutes;
  throw new TypeError(
    `The field ${name} takes a period (see dateTime.toPeriod), not ${describeValue(value)}`,
  );
}

function toNumber({ name, kind }: ProjectField, value: ScriptValue): number {
  const number = typeof value === 'object' && value !== null && 'json' in value ? value.json : value;
  if (
    typeof number === 'number' &&
    Number.isFinite(number) &&
    (kind !== 'integer' || Number.isInteger(number))
  )
    return number;
  throw new TypeError(`The field ${name} takes a number (${kind}), not ${describeValue(value)}`);
}

function toText({ name }: ProjectField, value: ScriptValue): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`The field ${name} takes a string, not ${describeValue(value)}`);
}
