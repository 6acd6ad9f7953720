import { findByExtensionProperties } from '../find-by-extension-properties.ts';
import type { StaticMethod } from './method.ts';
import { staticMethods } from './static-methods.ts';

/** A finder of an entity type. */
export function findStatic(type: string, name: string): StaticMethod {
  if (name === 'findByExtensionProperties')
    return (execution, [query]) => findByExtensionProperties(execution, type, query);
  const found = staticMethods[type]?.[name];
  if (found !== undefined) return found;
  throw new Error(`entities.${type}.${name}() is not emulated by the sandbox`);
}
