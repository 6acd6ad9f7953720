import { z } from 'zod';
import { permissionKeys } from '../permission-keys.ts';
import { name, names, projectKey, text, time } from './scalars.ts';

export const user = z.strictObject({
  login: name,
  fullName: text.optional(),
  email: text.optional(),
  banned: z.boolean().optional(),
  ringId: text.optional(),
  avatarUrl: text.optional(),
  language: text.optional(),
  timeZone: text.optional(),
  registered: time.optional(),
});

export const group = z.strictObject({
  name,
  description: text.optional(),
  users: names.optional(),
  allUsers: z.boolean().optional(),
  autoJoin: z.boolean().optional(),
});

export const permission = z.strictObject({
  user: name.optional(),
  group: name.optional(),
  project: projectKey.optional(),
  keys: z.array(z.enum([...permissionKeys, '*'], { error: 'expected the key of a permission, or "*"' })),
});

export const tag = z.strictObject({
  name,
  owner: name.optional(),
  users: names.optional(),
  groups: names.optional(),
});

export const savedQuery = z.strictObject({ ...tag.shape, query: text });

export type WorldFileUser = z.infer<typeof user>;
export type WorldFileTag = z.infer<typeof tag>;
