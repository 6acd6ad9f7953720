import { type Primitive, readEntity } from '../api/wire.ts';
import type { Execution, Operation } from '../ports/execution.ts';
import { setMark } from './extension-operations.ts';
import { fieldToScript, writeField } from './field-values.ts';
import { entityMethods } from './methods/entity-methods.ts';
import { findFieldForScript, projectFieldsOf } from './project-fields.ts';
import { fromScript, readArguments } from './script-values.ts';

/** What `issue.fields` does. A name that is no field of the project reads as undefined; writing it is an error. */
export const fieldOperations: Readonly<Record<string, Operation>> = {
  'field.names': ({ change }, issue) =>
    projectFieldsOf(change.tx, readEntity(String(issue)).id)
      .map(({ name }) => name)
      .join('\n'),
  'field.has': (execution, issue, name) =>
    findFieldForScript(execution, readEntity(String(issue)).id, String(name)) !== undefined,
  'field.get'(execution, issue, name) {
    const { id } = readEntity(String(issue));
    const { tx } = execution.change;
    const field = findFieldForScript(execution, id, String(name));
    if (field === undefined) return undefined;
    return field.isMulti ? setMark : fieldToScript(tx, field, tx.get(id, field.property));
  },
  'field.set'(execution, issue, name, value) {
    const { id } = readEntity(String(issue));
    const field = findFieldForScript(execution, id, String(name));
    if (field === undefined) throw new Error(`The project of the issue has no custom field ${String(name)}`);
    writeField(execution, { issue: id, field, value: fromScript(value) });
    return undefined;
  },
  ...Object.fromEntries(Object.keys(entityMethods).map((name) => [`fields.${name}`, checkField(name)])),
};

/** `fields.becomes(field, expected)` and its siblings: as on the issue itself, but only custom fields count. */
function checkField(method: string): Operation {
  return (execution: Execution, issue: Primitive, field: Primitive, values: Primitive) => {
    const check = entityMethods[method];
    return check?.(execution, readEntity(String(issue)), [
      `field:${String(field)}`,
      ...readArguments(values),
    ]);
  };
}
