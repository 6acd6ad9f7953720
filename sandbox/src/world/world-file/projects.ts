import { z } from 'zod';
import { name, names, projectKey, text, time } from './scalars.ts';

const fieldKinds = [
  'state',
  'enum',
  'version',
  'build',
  'owned',
  'user',
  'group',
  'date',
  'dateTime',
  'integer',
  'float',
  'string',
  'text',
  'period',
] as const;

const fieldValue = z.strictObject({
  name,
  description: text.optional(),
  isResolved: z.boolean().optional(),
  archived: z.boolean().optional(),
  color: z.int().min(0).optional(),
  isReleased: z.boolean().optional(),
  releaseDate: time.optional(),
  startDate: time.optional(),
  assembleDate: time.optional(),
  owner: name.optional(),
});

const field = z.strictObject({
  name,
  type: z.enum(fieldKinds),
  localizedName: text.optional(),
  multi: z.boolean().optional(),
  canBeEmpty: z.boolean().optional(),
  emptyText: text.optional(),
  default: z.union([name, names], { error: 'expected a value or a list of values' }).optional(),
  values: z.array(fieldValue).optional(),
});

export const project = z.strictObject({
  key: projectKey,
  name,
  description: text.optional(),
  leader: name.optional(),
  archived: z.boolean().optional(),
  team: names.optional(),
  iconUrl: text.optional(),
  fields: z.array(field).optional(),
});

export const linkType = z.strictObject({ name, outward: name, inward: name.optional() });

/** What a custom field holds. */
export type FieldKind = (typeof fieldKinds)[number];
export type WorldFileField = z.infer<typeof field>;
export type WorldFileFieldValue = z.infer<typeof fieldValue>;
export type WorldFileProject = z.infer<typeof project>;
export type WorldFileLinkType = z.infer<typeof linkType>;
