import { z } from 'zod';
import { applicationSchema } from './application-schema.ts';
import { issueKeySchema, issueSchema } from './issue-schema.ts';
import { modesSchema } from './modes-schema.ts';

const queueSchema = z.union([
  queueKey().transform((key) => ({ key, name: key, lastNumber: 0 })),
  z
    .strictObject({ key: queueKey(), name: z.string().optional(), lastNumber: z.number().int().default(0) })
    .transform((queue) => ({ ...queue, name: queue.name ?? queue.key })),
]);

const userSchema = z.strictObject({
  login: z.string().min(1),
  /** As the API writes it; left out: the login. */
  id: z.string().min(1).optional(),
  display: z.string().optional(),
  trackerUid: z.number().int().optional(),
  passportUid: z.number().int().optional(),
  email: z.string().optional(),
  /** A service rather than a person: it may edit an issue less often. */
  isRobot: z.boolean().optional(),
});

const linkSchema = z.strictObject({
  issue: issueKeySchema,
  application: z.string().min(1),
  key: z.string().min(1),
  id: z.number().int().positive().optional(),
  createdBy: z.string().optional(),
  createdAt: z.number().int().optional(),
  via: z.enum(['page', 'api', 'trigger']).optional(),
});

/** The `tracker` section of a world file. Also what the stand-in keeps in its state file. */
export const trackerConfigSchema = z.strictObject({
  queues: z.array(queueSchema).optional(),
  issues: z.array(issueSchema).default([]),
  users: z.array(userSchema).default([]),
  applications: z.array(applicationSchema).default([]),
  links: z.array(linkSchema).default([]),
  ...modesSchema.shape,
  nextLinkId: z.number().int().positive().optional(),
});

export type TrackerConfig = z.infer<typeof trackerConfigSchema>;
export type TrackerConfigInput = z.input<typeof trackerConfigSchema>;
export type UserConfig = z.infer<typeof userSchema>;
export type LinkConfig = z.infer<typeof linkSchema>;

function queueKey() {
  return z.string().regex(/^[A-Z][A-Z0-9]*$/, 'expected a queue key such as TEST');
}
