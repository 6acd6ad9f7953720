import type { Json, JsonObject } from '../apps/json.ts';
import { secretMask } from '../apps/parse-setting.ts';
import type { SettingDeclaration, SettingScope } from '../apps/setting-declaration.ts';

/**
 * The settings of one level as a form has them, in the shape REST takes: an empty field is unset, of a secret it keeps what is
 * there.
 */
export function readSettingsForm(
  form: FormData,
  declarations: readonly SettingDeclaration[],
  level: SettingScope,
): JsonObject {
  const declared = declarations.filter(({ scope }) => scope === 'BOTH' || scope === level);
  return Object.fromEntries(declared.map((declaration) => [declaration.name, readField(form, declaration)]));
}

function readField(form: FormData, { name, type, schema }: SettingDeclaration): Json {
  const text = String(form.get(`setting:${name}`) ?? '');
  if (type === 'secret' && text === '') return form.has(`forget:${name}`) ? null : secretMask;
  if (text === '') return null;
  if (type === 'boolean') return text === 'true';
  if (type === 'integer' || type === 'number') return Number(text);
  if (type === 'entities')
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const choice = Array.isArray(schema.enum) ? schema.enum.find((one) => String(one) === text) : undefined;
  return choice ?? text;
}
