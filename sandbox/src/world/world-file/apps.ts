import { z } from 'zod';
import { name, projectKey, text } from './scalars.ts';

const entityRef = z.union([
  z.strictObject({ issue: name }),
  z.strictObject({ article: name }),
  z.strictObject({ project: name }),
  z.strictObject({ user: name }),
  z.strictObject({ group: name }),
]);

const extensionValue = z.union([text, z.number(), z.boolean(), entityRef, z.array(entityRef)], {
  error:
    'expected a text, a number, true, false, a reference such as {"user":"jane"} or a list of references',
});

const extensionValues = z.record(z.string(), extensionValue);
const settings = z.record(z.string(), z.json());

export const app = z.strictObject({
  projects: z.array(projectKey).optional(),
  enabled: z.boolean().optional(),
  settings: settings.optional(),
  projectSettings: z.record(z.string(), settings).optional(),
  globalStorage: extensionValues.optional(),
  extensionProperties: z.record(z.string(), z.record(z.string(), extensionValues)).optional(),
});

/** A value of an extension property; entities are named by what they are called. */
export type ExtensionValue = z.infer<typeof extensionValue>;
/** What the world file says of an app; its `extensionProperties` and `globalStorage` go into the store. */
export type WorldFileApp = z.infer<typeof app>;
