import { z } from 'zod';

/** The entities a setting can hold. Source: JetBrains' reference on app settings. */
const settingEntities: readonly unknown[] = ['Issue', 'Article', 'Project', 'User', 'UserGroup'];

/** `settings.json`, its settings not looked into. A file without `type` and `properties` declares nothing. */
export const settingsFileSchema = z.looseObject({
  type: z.literal('object').optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
});

/**
 * One setting: "validated as JSON Schema" (JetBrains' reference on app settings), so what its table of types does not know is
 * refused. `int` and `long` nobody documents and published apps write all the same.
 */
export const settingSchema = z
  .looseObject({
    type: z.enum(['string', 'integer', 'number', 'boolean', 'object', 'array', 'int', 'long']),
    format: z.unknown().optional(),
    items: z.unknown().optional(),
    'x-entity': z.unknown().optional(),
    'x-scope': z.unknown().optional(),
  })
  .superRefine((setting, { addIssue }) => {
    if (setting.format === 'secret' && setting.type !== 'string')
      addIssue({ code: 'custom', path: ['type'], message: 'expected "string", as it is a secret' });
    if (holdsEntity(setting) && entityTypeOf(setting) === undefined)
      addIssue({
        code: 'custom',
        path: ['x-entity'],
        message: `expected one of ${settingEntities.join(', ')}`,
      });
  });

export type WrittenSetting = z.output<typeof settingSchema>;

function holdsEntity({ type }: { readonly type: string }): boolean {
  return type === 'object' || type === 'array';
}

/** The type of the entity a setting holds, or each of its entities. */
export function entityTypeOf(setting: {
  readonly type: string;
  readonly items?: unknown;
  readonly 'x-entity'?: unknown;
}): string | undefined {
  if (!holdsEntity(setting)) return undefined;
  const inItems = z.looseObject({ 'x-entity': z.string() }).safeParse(setting.items);
  const written =
    inItems.success && setting.type === 'array' ? inItems.data['x-entity'] : setting['x-entity'];
  return typeof written === 'string' && settingEntities.includes(written) ? written : undefined;
}
