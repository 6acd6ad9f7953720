import { callHost } from './bridge.ts';
import { argumentsToWire, fromWire, toWire } from './codec.ts';
import { withDirectFields } from './direct-fields.ts';
import {
  bindEntity,
  findReference,
  noteChange,
  type Parts,
  partOf,
  referenceOf,
  registerPrototype,
} from './entity.ts';
import { EntitySet } from './entity-set.ts';
import { extensionPropertiesOf } from './extension-properties.ts';
import { fieldsOf } from './fields.ts';
import { linksOf } from './links.ts';
import { isReader, type MethodTable, methodTables } from './method-tables.ts';
import { defineNotEmulated, defineNotEmulatedMethod } from './not-emulated.ts';
import { defineRuleStatics } from './rules.ts';
import { readEntity, writeEntity } from './wire.ts';

/** An entity type as the host describes it: `v` reads, `w` also writes; `s` and `t` the same for sets; `m` is missing. */
export interface TypeDescription {
  readonly name: string;
  readonly base?: string;
  readonly constructible?: true;
  /** Texts of the class itself, such as `State.fieldType`. */
  readonly constants?: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, 'v' | 'w' | 's' | 't' | 'm'>>;
}

type Access = 'v' | 'w' | 's' | 't' | 'm';
type EntityClass = new (...values: never[]) => object;

/** The `entities` module: a class per entity type, its members made from the host's description of the type. */
export function defineEntities(types: readonly TypeDescription[]): Record<string, unknown> {
  const module: Record<string, EntityClass> = {};
  for (const type of types) module[type.name] = defineClass(type);
  for (const type of types) inherit(module, type);
  for (const type of types) defineMembers(module[type.name] ?? Object, type);
  defineConstants(module);
  return module;
}

function defineClass(type: TypeDescription): EntityClass {
  const holder = {
    [type.name]: function (this: object, ...values: unknown[]) {
      if (type.constructible !== true)
        throw new TypeError(`entities.${type.name} cannot be created with new`);
      noteChange();
      bindEntity(this, readEntity(String(callHost('create', type.name, argumentsToWire(values)))));
    },
  };
  return holder[type.name] as unknown as EntityClass;
}

function inherit(module: Readonly<Record<string, EntityClass>>, { name, base }: TypeDescription): void {
  const type = module[name];
  if (type === undefined) return;
  registerPrototype(name, type.prototype);
  const parent = base === undefined ? undefined : module[base];
  if (parent === undefined) return;
  const ancestor = name === 'Issue' ? withDirectFields(parent.prototype) : parent.prototype;
  Object.setPrototypeOf(type.prototype, ancestor);
}

function defineMembers(type: EntityClass, { name, base, properties, constants }: TypeDescription): void {
  for (const [property, access] of Object.entries(properties))
    defineProperty(type.prototype, property, access);
  if (base === undefined) defineCommon(type.prototype);
  if (name === 'Issue') defineLazy(type.prototype, { fields: fieldsOf, links: linksOf });
  const table = methodTables[name];
  if (table !== undefined) defineMethods(type, name, table);
  for (const [constant, value] of Object.entries(constants ?? {})) {
    Object.defineProperty(type, constant, { value, enumerable: true, configurable: true });
  }
  defineRuleStatics(type, name);
}

function defineProperty(prototype: object, name: string, access: Access): void {
  if (access === 'm') {
    defineNotEmulated(prototype, name, `entities.${prototype.constructor.name}.${name}`);
    return;
  }
  const isSet = access === 's' || access === 't';
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: unknown) {
      const { type, id } = referenceOf(this, name);
      if (isSet) return new EntitySet({ owner: { type, id }, property: name });
      return fromWire(callHost('get', type, id, name));
    },
    set(this: unknown, value: unknown) {
      const { type, id } = referenceOf(this, name);
      if (access === 'v' || access === 's') throw new TypeError(`${type}.${name} is read-only`);
      noteChange();
      callHost('set', writeEntity(type, id), name, toWire(value));
    },
  });
}

/** Members every entity has (BaseEntity in the reference) that are no plain properties. */
function defineCommon(prototype: object): void {
  defineLazy(prototype, { extensionProperties: extensionPropertiesOf });
  Object.defineProperty(prototype, 'toString', {
    configurable: true,
    value(this: unknown) {
      const reference = findReference(this);
      return reference === undefined
        ? '[object Entity]'
        : String(callHost('present', writeEntity(reference.type, reference.id)));
    },
  });
}

/** Properties that are objects of their own, made once per entity object. */
function defineLazy(
  prototype: object,
  makers: Readonly<Partial<Record<keyof Parts, (entity: object) => object>>>,
): void {
  for (const name of ['extensionProperties', 'fields', 'links'] as const) {
    const make = makers[name];
    if (make === undefined) continue;
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: object) {
        referenceOf(this, name);
        return partOf(this, name, make);
      },
    });
  }
}

function defineMethods(type: EntityClass, typeName: string, table: MethodTable): void {
  for (const name of table.methods ?? []) {
    define(type.prototype, name, function (this: unknown, ...values: unknown[]) {
      const reference = referenceOf(this, name);
      const wire = callHost('call', writeEntity(reference.type, reference.id), name, argumentsToWire(values));
      if (!isReader(name)) noteChange();
      return fromWire(wire);
    });
  }
  for (const name of table.statics ?? []) {
    define(type, name, (...values: unknown[]) =>
      fromWire(callHost('static', typeName, name, argumentsToWire(values))),
    );
  }
  for (const name of table.missing ?? [])
    defineNotEmulatedMethod(type.prototype, name, `entities.${typeName}.${name}()`);
  for (const name of table.missingStatics ?? []) {
    const isConstant = /^[A-Z_]+$/.test(name);
    const define = isConstant ? defineNotEmulated : defineNotEmulatedMethod;
    define(type, name, `entities.${typeName}.${name}`);
  }
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

/** `User.current`, `UserGroup.allUsersGroup` and the like: entities under a name of their own. */
function defineConstants(module: Readonly<Record<string, EntityClass>>): void {
  const constants = { User: ['current'], UserGroup: ['allUsersGroup'] };
  for (const [typeName, names] of Object.entries(constants)) {
    const type = module[typeName];
    if (type === undefined) continue;
    for (const name of names) {
      Object.defineProperty(type, name, {
        configurable: true,
        enumerable: true,
        get: () => fromWire(callHost('static', typeName, name, '[]')),
      });
    }
  }
}
