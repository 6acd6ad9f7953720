import { createHash } from 'node:crypto';
import { type Primitive, readEntity, writeJson } from '../api/wire.ts';
import type { Execution, Operation } from '../ports/execution.ts';
import { levelOf } from '../realm/create-realm.ts';
import { globalStorageOf } from '../world/global-storage.ts';
import type { Value } from '../world/transaction.ts';
import { asyncOperations } from './async-operations.ts';
import { createEntity } from './create-entity.ts';
import { entitySetOperations } from './entity-set-operations.ts';
import { extensionOperations } from './extension-operations.ts';
import { fieldOperations } from './field-operations.ts';
import { httpOperations } from './http-operations.ts';
import { findMethod } from './methods/find-method.ts';
import { findStatic } from './methods/find-static.ts';
import { platformOperations } from './platform-operations.ts';
import { presentEntity } from './present-entity.ts';
import { readProperty } from './read-property.ts';
import { passesOverRemoved } from './removed-writes.ts';
import { requestOperations } from './request-operations.ts';
import { entityToScript, fromScript, readArguments, toScript } from './script-values.ts';
import { searchOperations } from './search-operations.ts';
import { settingToScript } from './settings-to-script.ts';
import { writeProperty } from './write-property.ts';

const entityOperations: Readonly<Record<string, Operation>> = {
  get: (execution, type, id, name) =>
    readProperty(execution, { type: String(type), id: String(id) }, String(name)),
  set(execution, entity, name, value) {
    writeProperty(execution, readEntity(String(entity)), { name: String(name), value: fromScript(value) });
    return undefined;
  },
  call(execution, entity, name, values) {
    const reference = readEntity(String(entity));
    return findMethod(reference.type, String(name))(execution, reference, readArguments(values));
  },
  static: (execution, type, name, values) =>
    findStatic(String(type), String(name))(execution, readArguments(values)),
  create: (execution, type, values) => createEntity(execution, String(type), readArguments(values)),
  present(execution, entity) {
    const { type, id } = readEntity(String(entity));
    return presentEntity(execution.change.tx, type, id);
  },
};

const contextOperations: Readonly<Record<string, Operation>> = {
  currentUser: ({ change, user }) => entityToScript(change.tx, user),
  globalStorage({ change, app }) {
    const id = globalStorageOf(change.tx, app.package.name);
    // A storage that was never written to has no entity yet; in a read-only transaction it reads as empty.
    return id === undefined ? '\u0001RAppGlobalStorage\u0002172-0' : entityToScript(change.tx, id);
  },
  settings({ app, change, project }) {
    const settings = Object.entries(app.settings(project));
    const wires = settings.map(([name, value]) => [name, settingToScript(change.tx, value) ?? null]);
    return writeJson(JSON.stringify(Object.fromEntries(wires)));
  },
  log({ app, script, change, user }, level, message) {
    const login = String(change.tx.get(user, 'login') as Value);
    app.log({ level: levelOf(level), script: script.name, message: String(message), user: login });
    return undefined;
  },
  /** A require that leads nowhere in a running function: the script is told, and nobody else. */
  unresolved: () => undefined,
  md5: (_, text) => createHash('md5').update(String(text)).digest('hex'),
  userTimeZone: ({ change, user }) => toScript(change.tx, change.tx.get(user, 'timeZoneId') ?? 'UTC'),
};

const operations: Readonly<Record<string, Operation>> = {
  ...asyncOperations,
  ...contextOperations,
  ...entityOperations,
  ...entitySetOperations,
  ...extensionOperations,
  ...fieldOperations,
  ...httpOperations,
  ...platformOperations,
  ...requestOperations,
  ...searchOperations,
};

/** Does one operation for an execution. @throws Error that the script sees by its name and message */
export function operate(execution: Execution, operation: string, values: readonly Primitive[]): Primitive {
  const found = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (found === undefined) throw new Error(`${operation} is not an operation of the sandbox`);
  if (passesOverRemoved(execution, { operation, values })) return null;
  return found(execution, values[0], values[1], values[2]);
}
