import { isJsonObject, type Json, type JsonObject } from '../apps/json.ts';
import { machineOfField } from '../rules/machines/machine-of-field.ts';
import { fireEvent } from '../rules/machines/transitions.ts';
import { fieldsOf, findField, findFieldValue, setField, valuesOf } from '../world/custom-fields.ts';
import { findGroup, findUser } from '../world/lookup.ts';
import { parsePeriod } from '../world/period.ts';
import type { Id, Transaction, Value } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { acceptReference } from './accept-reference.ts';
import { bodyList } from './body-values.ts';
import { issueFieldType } from './entities/field-types.ts';
import { showIssueField } from './entities/issue-field-entity.ts';
import type { WriteCall } from './rest-call.ts';
import { RestError } from './rest-error.ts';

/**
 * Sets custom fields of an issue: `[{"name":"State","value":{"name":"Open"}}]`, a field by name or id. Source: "Issue Custom
 * Fields" of JetBrains' REST reference.
 * @throws RestError 400 on a field the project does not have, and on a value that is none of the field's
 */
export function writeCustomFields(call: WriteCall, issue: Id, project: Id): void {
  for (const entry of bodyList(call.body, 'customFields') ?? []) {
    writeCustomField(call, { issue, field: requestedField(call.tx, project, entry), entry });
  }
}

/**
 * Sets one custom field, or makes an event of its state machine happen: `{"event":{"id":"fix"}}` ("StateMachineIssueCustomField"
 * of JetBrains' REST reference). What names neither `value` nor `event` changes nothing; `"value":null` empties the field.
 * @throws RestError 400
 */
export function writeCustomField(call: WriteCall, { issue, field, entry }: FieldWrite): void {
  acceptKeys(entry, ['name', 'value', 'event', 'projectCustomField', 'possibleEvents']);
  acceptType(call, { issue, field, entry });
  if (entry.event !== undefined && entry.event !== null) fireFieldEvent(call, { issue, field, entry });
  else if (entry.value !== undefined) setFieldValue(call, { issue, field, value: entry.value });
}

interface FieldWrite {
  readonly issue: Id;
  readonly field: Id;
  /** `{"value"?, "event"?}` */
  readonly entry: JsonObject;
}

/** A field is written as the type it is read as; a state machine's field also as the plain field it is made of. */
function acceptType(call: WriteCall, { issue, field, entry }: FieldWrite): void {
  if (entry.$type === undefined || entry.$type === null) return;
  const types = [showIssueField({ ...call, id: issue }, field).$type, issueFieldType(call.tx, field)];
  if (typeof entry.$type === 'string' && types.includes(entry.$type)) return;
  throw new RestError(
    400,
    `The field ${call.tx.get(field, 'name')} is a ${types[0]}, not a ${JSON.stringify(entry.$type)}.`,
  );
}

function fireFieldEvent({ change, user, tx }: WriteCall, { issue, field, entry }: FieldWrite): void {
  const machine = machineOfField(change, { issue, field }, user);
  const { id, presentation } = isJsonObject(entry.event) ? entry.event : {};
  const event = id ?? presentation;
  if (machine === undefined)
    throw new RestError(400, `The field ${tx.get(field, 'name')} has no state machine.`);
  if (typeof event !== 'string') throw new RestError(400, 'An event is named by its id.');
  fireEvent(machine, event);
}

function setFieldValue(
  call: WriteCall,
  { issue, field, value }: { issue: Id; field: Id; value: Json },
): void {
  const { tx, now } = call;
  const parsed = parseFieldValue(call, field, value);
  const isEmpty = parsed === null || (Array.isArray(parsed) && parsed.length === 0);
  if (isEmpty && tx.get(field, 'canBeEmpty') === false) {
    throw new RestError(400, `The field ${tx.get(field, 'name')} cannot be empty.`);
  }
  setField(tx, { issue, field, value: parsed, now });
}

function requestedField(tx: Transaction, project: Id, { id, name }: JsonObject): Id {
  const byId = fieldsOf(tx, project).find((field) => field === id);
  const field = byId ?? (typeof name === 'string' ? findField(tx, project, name) : undefined);
  if (field === undefined)
    throw new RestError(400, `The project has no custom field ${JSON.stringify(name ?? id ?? null)}.`);
  return field;
}

function parseFieldValue(call: WriteCall, field: Id, value: Json): Value {
  const { tx } = call;
  if (value === null) return null;
  if (tx.get(field, 'multi') !== true) return parseOne(call, field, value);
  if (!Array.isArray(value)) throw badValue(tx, field, value);
  return value.map((item: Json) => {
    const one = parseOne(call, field, item);
    if (isReference(one)) return one;
    throw badValue(tx, field, item);
  });
}

function parseOne(call: WriteCall, field: Id, value: Json): Value {
  const { tx } = call;
  const parse = parsers[String(tx.get(field, 'fieldKind'))] ?? parseElement;
  const parsed = parse(tx, field, value);
  if (parsed === undefined) throw badValue(tx, field, value);
  if (isReference(parsed) && isJsonObject(value)) acceptReference(call, value, parsed.ref);
  return parsed;
}

function isReference(value: Value): value is { readonly ref: Id } {
  return typeof value === 'object' && value !== null && 'ref' in value;
}

type Parser = (tx: Transaction, field: Id, value: Json) => Value | undefined;

const parsers: Readonly<Record<string, Parser>> = {
  user: (tx, _, value) => toRef(named(value, ['id', 'login', 'name'], (key) => findUser(tx, key))),
  group: (tx, _, value) => toRef(named(value, ['id', 'name'], (key) => findGroup(tx, key))),
  date: parseNumber,
  dateTime: parseNumber,
  integer: (tx, field, value) => (Number.isSafeInteger(value) ? parseNumber(tx, field, value) : undefined),
  float: parseNumber,
  string: (_, __, value) => (typeof value === 'string' ? value : undefined),
  text: (_, __, value) => {
    if (!isJsonObject(value) || typeof value.text !== 'string') return undefined;
    acceptKeys(value, ['text', 'markdownText']);
    return value.text;
  },
  period: parsePeriodValue,
};

function parseElement(tx: Transaction, field: Id, value: Json): Value | undefined {
  const byId = isJsonObject(value) ? valuesOf(tx, field).find((element) => element === value.id) : undefined;
  return toRef(byId ?? named(value, ['name'], (name) => findFieldValue(tx, field, name)));
}

function parseNumber(_: Transaction, __: Id, value: Json): Value | undefined {
  return typeof value === 'number' ? value : undefined;
}

function parsePeriodValue(_: Transaction, __: Id, value: Json): Value | undefined {
  if (!isJsonObject(value)) return undefined;
  acceptKeys(value, ['minutes', 'presentation']);
  if (typeof value.minutes === 'number') return value.minutes;
  const text = value.presentation ?? value.id;
  return typeof text === 'string' ? parsePeriod(text) : undefined;
}

/** The first of some attributes that leads to an entity. */
function named(value: Json, keys: readonly string[], find: (key: string) => Id | undefined): Id | undefined {
  if (!isJsonObject(value)) return undefined;
  for (const key of keys) {
    const text = value[key];
    const found = typeof text === 'string' ? find(text) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function toRef(id: Id | undefined): Value | undefined {
  return id === undefined ? undefined : { ref: id };
}

function badValue(tx: Transaction, field: Id, value: Json): RestError {
  return new RestError(
    400,
    `The field ${tx.get(field, 'name')} cannot have the value ${JSON.stringify(value).slice(0, 100)}.`,
  );
}
