import { callHost } from './bridge.ts';
import { argumentsToWire, fromWire, toWire } from './codec.ts';
import { findReference, noteChange, referenceOf } from './entity.ts';
import { EntitySet } from './entity-set.ts';
import { writeEntity } from './wire.ts';

const methods = [
  'becomes',
  'canBeReadBy',
  'canBeWrittenBy',
  'is',
  'isChanged',
  'oldValue',
  'required',
  'was',
];

/** An issue's custom fields by name, in any letter case; enumerating gives the names of the project's fields. */
export function fieldsOf(issue: object): object {
  const { type, id } = referenceOf(issue, 'fields');
  const owner = writeEntity(type, id);
  const target = defineMethods(Object.create(null) as Record<string, unknown>, owner);
  return new Proxy(target, {
    get: (own, name) => (typeof name !== 'string' || name in own ? Reflect.get(own, name) : read(name)),
    set: (_, name, value) => (typeof name === 'string' ? write(name, value) : true),
    deleteProperty: (_, name) => (typeof name === 'string' ? write(name, null) : true),
    has: (own, name) => name in own || (typeof name === 'string' && namesOf(owner).includes(name)),
    ownKeys: (own) => [...namesOf(owner).filter((name) => !(name in own)), ...Reflect.ownKeys(own)],
    getOwnPropertyDescriptor: (own, name) => describe(own, String(name)),
  });

  function read(name: string): unknown {
    const value = callHost('field.get', owner, name);
    return value === '\u0001M'
      ? new EntitySet({ owner: { type, id }, property: `field:${name}` })
      : fromWire(value);
  }
  function write(name: string, value: unknown): true {
    noteChange();
    callHost('field.set', owner, name, toWire(value));
    return true;
  }
  function describe(own: object, name: string): PropertyDescriptor | undefined {
    const method = Reflect.getOwnPropertyDescriptor(own, name);
    if (method !== undefined || !namesOf(owner).includes(name)) return method;
    return { value: read(name), enumerable: true, configurable: true, writable: true };
  }
}

function defineMethods(target: Record<string, unknown>, owner: string): Record<string, unknown> {
  for (const method of methods) {
    Object.defineProperty(target, method, {
      configurable: true,
      writable: true,
      value: (field: unknown, ...values: unknown[]) =>
        fromWire(callHost(`fields.${method}`, owner, nameOfField(field), argumentsToWire(values))),
    });
  }
  return target;
}

/** A field is named by a string, a project's custom field, or a requirement (whose string form is the field's name). */
function nameOfField(field: unknown): string {
  const reference = findReference(field);
  if (reference !== undefined) return String(callHost('get', reference.type, reference.id, 'name'));
  if (typeof field === 'object' && field !== null && 'name' in field) return String(field.name);
  return String(field);
}

function namesOf(owner: string): string[] {
  const names = callHost('field.names', owner);
  return typeof names === 'string' && names !== '' ? names.split('\n') : [];
}
