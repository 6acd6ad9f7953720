import { fromWire } from './codec.ts';
import { bindHandle } from './entity.ts';
import { type Primitive, readEntity } from './wire.ts';

/** A requirement as scripts write it. */
interface WrittenRequirement {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly login?: unknown;
  readonly id?: unknown;
  readonly multi?: unknown;
  readonly outward?: unknown;
  readonly inward?: unknown;
}

/** A requirement as the host resolves it. */
export interface RequirementDescription {
  readonly alias: string;
  /** A field type (`state`), or the name of an entity type (`User`). */
  readonly type: string;
  readonly isField: boolean;
  readonly name: string;
  readonly multi?: boolean;
  readonly outward?: string;
  readonly inward?: string;
  /** Alias → name of the values a field must have. */
  readonly values: Readonly<Record<string, string>>;
}

const ownKeys = new Set(['type', 'name', 'login', 'id', 'multi', 'outward', 'inward']);

/** Reads a script's `requirements`; anything beside the documented keys is a required value of the field. */
export function describeRequirements(requirements: unknown): RequirementDescription[] {
  if (typeof requirements !== 'object' || requirements === null) return [];
  return Object.entries(requirements).map(([alias, written]) =>
    describe(alias, written as WrittenRequirement),
  );
}

/** The field under its alias, its required values as properties: `ctx.State.Fixed`. */
export function bindFieldHandle(entity: Primitive, values: Readonly<Record<string, Primitive>>): object {
  const handle = bindHandle(readEntity(String(entity)));
  for (const [alias, wire] of Object.entries(values)) {
    Object.defineProperty(handle, alias, { value: fromWire(wire), enumerable: true, configurable: true });
  }
  return handle;
}

function describe(alias: string, written: WrittenRequirement): RequirementDescription {
  const isField = typeof written.type === 'string';
  return {
    alias,
    isField,
    type: isField ? String(written.type) : String(Reflect.get(Object(written.type), 'name')),
    name: String(written.login ?? written.id ?? written.name ?? alias),
    ...(written.multi === undefined ? {} : { multi: Boolean(written.multi) }),
    ...(written.outward === undefined ? {} : { outward: String(written.outward) }),
    ...(written.inward === undefined ? {} : { inward: String(written.inward) }),
    values: describeValues(written),
  };
}

function describeValues(written: object): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [alias, value] of Object.entries(written)) {
    if (ownKeys.has(alias) || typeof value !== 'object' || value === null) continue;
    values[alias] = String('name' in value ? value.name : alias);
  }
  return values;
}
