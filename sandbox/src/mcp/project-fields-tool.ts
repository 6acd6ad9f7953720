import type { Json, JsonObject } from '../apps/json.ts';
import type { ToolResult } from '../dispatch/call-tool.ts';
import { canSee } from '../world/access.ts';
import { fieldsOf, valuesOf } from '../world/custom-fields.ts';
import { findProject } from '../world/lookup.ts';
import type { Id, Transaction } from '../world/transaction.ts';

const valueTypes: Readonly<Record<string, string>> = {
  integer: 'integer',
  float: 'number',
  date: 'integer',
  dateTime: 'integer',
};

/** A project's custom fields as a JSON schema: `{type: 'object', properties, required}`. */
export function describeProjectFields({ tx, user }: { tx: Transaction; user: Id }, key: string): ToolResult {
  const project = findProject(tx, key);
  if (project === undefined || !canSee(tx, user, project))
    return { ok: false, message: `Project ${key} not found` };
  const fields = fieldsOf(tx, project);
  const nameOf = (id: Id) => String(tx.get(id, 'name'));
  const properties: Record<string, Json> = {};
  for (const field of fields) properties[nameOf(field)] = describeField(tx, field);
  const required = fields.filter((field) => tx.get(field, 'canBeEmpty') === false).map(nameOf);
  return { ok: true, result: { type: 'object', properties, required } };
}

function describeField(tx: Transaction, field: Id): JsonObject {
  const values = valuesOf(tx, field).map((value) => String(tx.get(value, 'name')));
  const type = valueTypes[String(tx.get(field, 'fieldKind'))] ?? 'string';
  const one: JsonObject = values.length === 0 ? { type } : { type, enum: values };
  return tx.get(field, 'multi') === true ? { type: 'array', items: one } : one;
}
