import type { Ref } from '../world/transaction.ts';
import type { AppRecord, StoredSettings } from './app-record.ts';
import type { SettingValue } from './installed-app.ts';
import { isJsonObject, type Json } from './json.ts';
import type { SettingDeclaration } from './setting-declaration.ts';

/**
 * The settings a script sees: project value over global value over default. A setting with none of them is left out.
 * Source: "Settings Context" of JetBrains' reference on app persistence.
 * @param project values of the project, undefined in the global context
 */
export function resolveSettings(
  declarations: readonly SettingDeclaration[],
  global: StoredSettings,
  project: StoredSettings | undefined,
): Readonly<Record<string, SettingValue>> {
  const resolved: Record<string, SettingValue> = {};
  for (const declaration of declarations) {
    const value = toSettingValue(declaration, rawSetting(declaration, global, project));
    if (value !== undefined) resolved[declaration.name] = value;
  }
  return resolved;
}

/** The stored value that holds for a setting, or its default. */
export function rawSetting(
  { name, scope, default: fallback }: SettingDeclaration,
  global: StoredSettings,
  project: StoredSettings | undefined,
): Json | undefined {
  const own = scope === 'GLOBAL' ? undefined : project?.[name];
  const inherited = scope === 'PROJECT' ? undefined : global[name];
  return own ?? inherited ?? fallback;
}

function toSettingValue(
  { name, type }: SettingDeclaration,
  value: Json | undefined,
): SettingValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (type === 'secret') return { secret: name };
  if (type === 'entity') return toRef(value);
  if (type === 'entities')
    return Array.isArray(value) ? value.map(toRef).filter((ref) => ref !== undefined) : undefined;
  return typeof value === 'object' ? undefined : value;
}

function toRef(value: Json): Ref | undefined {
  return isJsonObject(value) && typeof value.ref === 'string' ? { ref: value.ref } : undefined;
}

/**
 * Required settings that keep the app from being active on the server; a default does not satisfy `required`. What can only be
 * set in projects is not asked for here; what can be set at both levels counts where it is filled, be it in a single project:
 * a published app works so [inferred].
 */
export function missingGlobally(
  declarations: readonly SettingDeclaration[],
  { settings, usages }: Pick<AppRecord, 'settings' | 'usages'>,
): readonly string[] {
  const isFilled = ({ name, scope }: SettingDeclaration) =>
    !isEmpty(settings[name]) ||
    (scope === 'BOTH' && [...usages.values()].some((usage) => !isEmpty(usage.settings[name])));
  return declarations
    .filter(
      (declaration) => declaration.isRequired && declaration.scope !== 'PROJECT' && !isFilled(declaration),
    )
    .map(({ name }) => name);
}

/** Required settings that keep the app from being active in a project; what is set globally is inherited. */
export function missingInProject(
  declarations: readonly SettingDeclaration[],
  global: StoredSettings,
  project: StoredSettings,
): readonly string[] {
  return declarations
    .filter((declaration) => {
      const value = rawSetting({ ...declaration, default: undefined }, global, project);
      return declaration.isRequired && isEmpty(value);
    })
    .map(({ name }) => name);
}

function isEmpty(value: Json | undefined): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
