import { callHost } from './bridge.ts';
import { findReference } from './entity.ts';
import { fieldsOf } from './fields.ts';
import { writeEntity } from './wire.ts';

/**
 * Puts an issue's custom fields behind its own members: `issue.State` is `issue.fields.State` ("Both issue.State and
 * issue.fields.State can be used to access/assign field values", JetBrains' typings of 2026.2). What is neither stays a plain
 * property of the object.
 * @param ancestor the prototype that the type of issues extends
 */
export function withDirectFields(ancestor: object): object {
  return new Proxy(ancestor, {
    get(target, name, receiver) {
      if (typeof name !== 'string' || name in target || findReference(receiver) === undefined)
        return Reflect.get(target, name, receiver);
      return Reflect.get(fieldsOf(receiver), name);
    },
    set(target, name, value, receiver) {
      if (typeof name !== 'string' || name in target || !isField(receiver, name))
        return Reflect.set(target, name, value, receiver);
      return Reflect.set(fieldsOf(receiver), name, value);
    },
  });
}

function isField(issue: unknown, name: string): boolean {
  const reference = findReference(issue);
  return (
    reference !== undefined && callHost('field.has', writeEntity(reference.type, reference.id), name) === true
  );
}
