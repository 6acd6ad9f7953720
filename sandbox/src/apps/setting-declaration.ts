import { BadPackageError } from './app-package.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

export type SettingScope = 'GLOBAL' | 'PROJECT' | 'BOTH';
export type SettingType = 'string' | 'secret' | 'integer' | 'number' | 'boolean' | 'entity' | 'entities';

/** One setting of `settings.json`. */
export interface SettingDeclaration {
  readonly name: string;
  readonly type: SettingType;
  readonly scope: SettingScope;
  /** Type of the entity, for `entity` and `entities`. */
  readonly entityType: string | undefined;
  readonly isRequired: boolean;
  readonly default: Json | undefined;
  /** The JSON schema as written, for limits (`minLength`, `enum`…). */
  readonly schema: JsonObject;
}

const plainTypes: ReadonlySet<string> = new Set(['string', 'integer', 'number', 'boolean']);
const entityTypes: ReadonlySet<string> = new Set(['Issue', 'Article', 'Project', 'User', 'UserGroup']);

/**
 * Reads `settings.json`. Source: JetBrains' reference on app settings.
 * @throws BadPackageError on an unknown type, scope or entity
 */
export function parseSettingDeclarations(file: JsonObject | undefined): readonly SettingDeclaration[] {
  if (file === undefined) return [];
  if (file.type !== 'object') throw new BadPackageError('settings.json: "type" must be "object".');
  if (!isJsonObject(file.properties))
    throw new BadPackageError('settings.json: "properties" must be an object.');
  const required = file.required ?? [];
  if (!Array.isArray(required) || !required.every((name) => typeof name === 'string')) {
    throw new BadPackageError('settings.json: "required" must be a list of setting names.');
  }
  return Object.entries(file.properties).map(([name, schema]) =>
    parseSetting(name, schema, required.includes(name)),
  );
}

function parseSetting(name: string, schema: Json | undefined, isRequired: boolean): SettingDeclaration {
  if (!isJsonObject(schema)) throw new BadPackageError(`settings.json: "${name}" must be an object.`);
  const entityType = parseEntityType(name, schema);
  return {
    name,
    type: parseType(name, schema),
    scope: parseScope(name, schema['x-scope']),
    entityType,
    isRequired,
    default: schema.default,
    schema,
  };
}

function parseType(name: string, { type, format }: JsonObject): SettingType {
  if (format === 'secret' && type !== 'string') {
    throw new BadPackageError(`settings.json: "${name}" is a secret and must be of type "string".`);
  }
  if (format === 'secret') return 'secret';
  if (type === 'object') return 'entity';
  if (type === 'array') return 'entities';
  if (typeof type === 'string' && plainTypes.has(type)) return type as SettingType;
  throw new BadPackageError(`settings.json: "${name}" has no known type, but ${JSON.stringify(type)}.`);
}

function parseEntityType(name: string, schema: JsonObject): string | undefined {
  if (schema.type !== 'object' && schema.type !== 'array') return undefined;
  const holder = schema.type === 'array' && isJsonObject(schema.items) ? schema.items : schema;
  const entityType = holder['x-entity'] ?? schema['x-entity'];
  if (typeof entityType === 'string' && entityTypes.has(entityType)) return entityType;
  throw new BadPackageError(
    `settings.json: "${name}" must name its "x-entity": ${[...entityTypes].join(', ')}.`,
  );
}

function parseScope(name: string, scope: Json | undefined): SettingScope {
  if (scope === undefined) return 'BOTH';
  if (scope === 'GLOBAL' || scope === 'PROJECT') return scope;
  throw new BadPackageError(
    `settings.json: "x-scope" of "${name}" must be GLOBAL or PROJECT, but is ${JSON.stringify(scope)}.`,
  );
}
