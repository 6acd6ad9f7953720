import { checkShape } from './check-shape.ts';
import type { Findings } from './findings.ts';
import type { Json, JsonObject } from './json.ts';
import { entityTypeOf, settingSchema, settingsFileSchema, type WrittenSetting } from './settings-schema.ts';

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

const file = 'settings.json';

/** What `settings.json` declares; what is wrong with it goes into the findings. */
export function parseSettingDeclarations(
  written: JsonObject | undefined,
  findings: Findings,
): readonly SettingDeclaration[] {
  if (written === undefined) return [];
  const settings = checkShape(settingsFileSchema, written, { file, report: findings.problems });
  const { properties = {}, required = [] } = settings ?? {};
  return Object.entries(properties).flatMap(([name, schema]) =>
    parseSetting({ name, schema, isRequired: required.includes(name) }, findings),
  );
}

interface NamedSetting {
  readonly name: string;
  readonly schema: unknown;
  readonly isRequired: boolean;
}

function parseSetting({ name, schema, isRequired }: NamedSetting, findings: Findings): SettingDeclaration[] {
  const within = `properties.${name}`;
  const setting = checkShape(settingSchema, schema, { file, within, report: findings.problems });
  if (setting === undefined) return [];
  const warn = (sentence: string) => findings.warnings.push(`${file}: ${within}: ${sentence}`);
  const type = typeOf(setting);
  if (type !== setting.type && isUndocumented(setting.type))
    warn(`the type "${setting.type}" is not documented; it counts as "${type}".`);
  const plain = setting as JsonObject;
  const scope = parseScope(setting['x-scope'], warn);
  const entityType = entityTypeOf(setting);
  return [{ name, type, scope, entityType, isRequired, default: plain.default, schema: plain }];
}

function isUndocumented(type: WrittenSetting['type']): type is 'int' | 'long' {
  return type === 'int' || type === 'long';
}

function typeOf({ type, format }: WrittenSetting): SettingType {
  if (format === 'secret') return 'secret';
  if (type === 'object') return 'entity';
  if (type === 'array') return 'entities';
  return isUndocumented(type) ? 'integer' : type;
}

/** Scopes count in any letter case: JetBrains' own generator and demo app write them small. */
function parseScope(scope: unknown, warn: (sentence: string) => void): SettingScope {
  const written = typeof scope === 'string' ? scope.toUpperCase() : undefined;
  if (written === 'GLOBAL' || written === 'PROJECT') return written;
  if (scope !== undefined)
    warn(
      `"x-scope" is neither GLOBAL nor PROJECT, but ${JSON.stringify(scope)}; the setting holds at both levels.`,
    );
  return 'BOTH';
}
