import type { Findings } from './findings.ts';
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

const plainTypes: readonly SettingType[] = ['string', 'integer', 'number', 'boolean'];
const entityTypes: ReadonlySet<string> = new Set(['Issue', 'Article', 'Project', 'User', 'UserGroup']);

/** Names of types that nobody documents and published apps write all the same. */
const otherNames: Readonly<Record<string, SettingType>> = { int: 'integer', long: 'integer' };

/**
 * Reads `settings.json`: "validated as JSON Schema" (JetBrains' reference on app settings), so what its table of types does
 * not know is refused. A file without `type` and `properties` declares nothing; scopes count in any letter case, as JetBrains'
 * own generator and demo app write them small.
 */
export function parseSettingDeclarations(
  file: JsonObject | undefined,
  findings: Findings,
): readonly SettingDeclaration[] {
  if (file === undefined) return [];
  const { type = 'object', properties = {}, required = [] } = file;
  const refuse = (sentence: string) => findings.problems.push(`settings.json: ${sentence}`);
  if (type !== 'object') refuse('"type" must be "object".');
  if (!isJsonObject(properties)) refuse('"properties" must be an object.');
  const isList = Array.isArray(required) && required.every((name) => typeof name === 'string');
  if (!isList) refuse('"required" must be a list of setting names.');
  const names: readonly Json[] = isList ? required : [];
  return Object.entries(isJsonObject(properties) ? properties : {}).flatMap(([name, schema]) =>
    parseSetting({ name, schema, isRequired: names.includes(name) }, findings),
  );
}

interface WrittenSetting {
  readonly name: string;
  readonly schema: Json | undefined;
  readonly isRequired: boolean;
}

function parseSetting(
  { name, schema, isRequired }: WrittenSetting,
  findings: Findings,
): SettingDeclaration[] {
  if (!isJsonObject(schema)) {
    findings.problems.push(`settings.json: "${name}" must be an object.`);
    return [];
  }
  const type = parseType(name, schema, findings);
  if (type === undefined) return [];
  const entityType = type === 'entity' || type === 'entities' ? parseEntityType(schema) : undefined;
  if ((type === 'entity' || type === 'entities') && entityType === undefined)
    findings.problems.push(
      `settings.json: "${name}" must name its "x-entity": ${[...entityTypes].join(', ')}.`,
    );
  const scope = parseScope(name, schema['x-scope'], findings);
  return [{ name, type, scope, entityType, isRequired, default: schema.default, schema }];
}

function parseType(
  name: string,
  { type, format }: JsonObject,
  { problems, warnings }: Findings,
): SettingType | undefined {
  if (format === 'secret' && type !== 'string') {
    problems.push(`settings.json: "${name}" is a secret and must be of type "string".`);
    return undefined;
  }
  if (format === 'secret') return 'secret';
  if (type === 'object') return 'entity';
  if (type === 'array') return 'entities';
  const other = typeof type === 'string' ? otherNames[type] : undefined;
  if (other !== undefined)
    warnings.push(
      `settings.json: the type "${type}" of "${name}" is not documented; it counts as "${other}".`,
    );
  const known = other ?? plainTypes.find((plain) => plain === type);
  if (known === undefined)
    problems.push(`settings.json: "${name}" has no known type, but ${JSON.stringify(type)}.`);
  return known;
}

function parseEntityType(schema: JsonObject): string | undefined {
  const holder = schema.type === 'array' && isJsonObject(schema.items) ? schema.items : schema;
  const entityType = holder['x-entity'] ?? schema['x-entity'];
  return typeof entityType === 'string' && entityTypes.has(entityType) ? entityType : undefined;
}

function parseScope(name: string, scope: Json | undefined, { warnings }: Findings): SettingScope {
  const written = typeof scope === 'string' ? scope.toUpperCase() : undefined;
  if (written === 'GLOBAL' || written === 'PROJECT') return written;
  if (scope !== undefined)
    warnings.push(
      `settings.json: "x-scope" of "${name}" is neither GLOBAL nor PROJECT, but ${JSON.stringify(scope)}; it holds at both levels.`,
    );
  return 'BOTH';
}
