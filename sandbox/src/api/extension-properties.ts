import { callHost } from './bridge.ts';
import { fromWire, toWire } from './codec.ts';
import { noteChange, referenceOf } from './entity.ts';
import { EntitySet } from './entity-set.ts';
import { type EntityRef, writeEntity } from './wire.ts';

/**
 * An entity's extension properties, of the app that runs and no other. Undeclared names read as `undefined` and writing
 * them does nothing; `null`, `undefined` and `delete` clear.
 */
export function extensionPropertiesOf(entity: object): object {
  return new Proxy(new Owner(referenceOf(entity, 'extensionProperties')), handler);
}

/** Whose they are. Thousands are made in one execution, so each is but this, and one handler serves all. */
class Owner {
  readonly #reference: EntityRef;

  constructor(reference: EntityRef) {
    this.#reference = reference;
  }

  static of(owner: Owner): EntityRef {
    return owner.#reference;
  }
}

const handler: ProxyHandler<Owner> = {
  getPrototypeOf: () => null,
  get: (owner, name) => (typeof name === 'string' ? read(owner, name) : undefined),
  set: (owner, name, value) => (typeof name === 'string' ? write(owner, name, value) : true),
  deleteProperty: (owner, name) => (typeof name === 'string' ? write(owner, name, null) : true),
  has: (owner, name) => typeof name === 'string' && namesOf(Owner.of(owner).type).includes(name),
  ownKeys: (owner) => namesOf(Owner.of(owner).type),
  getOwnPropertyDescriptor: (owner, name) => describe(owner, String(name)),
};

function read(owner: Owner, name: string): unknown {
  const { type, id } = Owner.of(owner);
  const value = callHost('ext.get', writeEntity(type, id), name);
  return value === '\u0001M'
    ? new EntitySet({ owner: { type, id }, property: `ext:${name}` })
    : fromWire(value);
}

function write(owner: Owner, name: string, value: unknown): true {
  const { type, id } = Owner.of(owner);
  noteChange();
  callHost('ext.set', writeEntity(type, id), name, toWire(value));
  return true;
}

function describe(owner: Owner, name: string): PropertyDescriptor | undefined {
  if (!namesOf(Owner.of(owner).type).includes(name)) return undefined;
  return { value: read(owner, name), enumerable: true, configurable: true, writable: true };
}

function namesOf(type: string): string[] {
  const names = callHost('ext.names', type);
  return typeof names === 'string' && names !== '' ? names.split('\n') : [];
}
