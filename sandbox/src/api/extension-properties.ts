import { callHost } from './bridge.ts';
import { fromWire, toWire } from './codec.ts';
import { noteChange, referenceOf } from './entity.ts';
import { EntitySet } from './entity-set.ts';
import { writeEntity } from './wire.ts';

/**
 * An entity's extension properties, of the app that runs and no other. Undeclared names read as `undefined` and writing
 * them does nothing; `null`, `undefined` and `delete` clear.
 */
export function extensionPropertiesOf(entity: object): object {
  const { type, id } = referenceOf(entity, 'extensionProperties');
  const owner = writeEntity(type, id);
  return new Proxy(Object.create(null) as object, {
    get: (_, name) => (typeof name === 'string' ? read(name) : undefined),
    set: (_, name, value) => (typeof name === 'string' ? write(name, value) : true),
    deleteProperty: (_, name) => (typeof name === 'string' ? write(name, null) : true),
    has: (_, name) => typeof name === 'string' && namesOf(type).includes(name),
    ownKeys: () => namesOf(type),
    getOwnPropertyDescriptor: (_, name) => describe(String(name)),
  });

  function read(name: string): unknown {
    const value = callHost('ext.get', owner, name);
    return value === '\u0001M'
      ? new EntitySet({ owner: { type, id }, property: `ext:${name}` })
      : fromWire(value);
  }
  function write(name: string, value: unknown): true {
    noteChange();
    callHost('ext.set', owner, name, toWire(value));
    return true;
  }
  function describe(name: string): PropertyDescriptor | undefined {
    if (!namesOf(type).includes(name)) return undefined;
    return { value: read(name), enumerable: true, configurable: true, writable: true };
  }
}

function namesOf(type: string): string[] {
  const names = callHost('ext.names', type);
  return typeof names === 'string' && names !== '' ? names.split('\n') : [];
}
