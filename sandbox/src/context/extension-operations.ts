import { readEntity } from '../api/wire.ts';
import type { Operation } from '../ports/execution.ts';
import { declaredNames, findDeclaration, readExtension, writeExtension } from './extension-values.ts';
import { fromScript } from './script-values.ts';

/** Tells the realm that the value is a set it can ask for. */
export const setMark = '\u0001M';

/** What `entity.extensionProperties` does. */
export const extensionOperations: Readonly<Record<string, Operation>> = {
  'ext.names': (execution, type) => declaredNames(execution, String(type)).join('\n'),
  'ext.get'(execution, entity, name) {
    const reference = readEntity(String(entity));
    const declaration = findDeclaration(execution, reference.type, String(name));
    if (declaration === undefined) return undefined;
    return declaration.multi ? setMark : readExtension(execution, reference, String(name));
  },
  'ext.set'(execution, entity, name, value) {
    writeExtension(execution, readEntity(String(entity)), { name: String(name), value: fromScript(value) });
    return undefined;
  },
};
