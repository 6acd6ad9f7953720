import { z } from 'zod';
import { findNamed, type NameKind } from '../standard-names.ts';

/** `QUEUE-<number>`; a queue's key is Latin letters (facts/tracker.md §3), digits are let through as DESIGN §3 does. */
export const issueKeySchema = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*-[1-9][0-9]*$/, 'expected an issue key such as TEST-1');

/** A moment: epoch milliseconds, or text with a date and an offset. Becomes epoch milliseconds. */
const moment = z.union([z.number().int(), z.string()]).transform((given, context) => {
  const epochMs =
    typeof given === 'number' ? given : Date.parse(given.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (!Number.isNaN(epochMs)) return epochMs;
  context.addIssue({
    code: 'custom',
    message: 'expected epoch milliseconds or a date such as 2026-12-01T10:00:00Z',
  });
  return z.NEVER;
});

/** An issue of the world file; `id`, `version` and the moments are there when a state file is read back. */
export const issueSchema = z.strictObject({
  key: issueKeySchema,
  id: z.string().min(1).optional(),
  aliases: z.array(issueKeySchema).default([]),
  summary: z.string().optional(),
  status: named('statuses').default({ key: 'open', display: 'Open' }),
  resolution: named('resolutions').nullish(),
  type: named('issuetypes').default({ key: 'task', display: 'Task' }),
  priority: named('priorities').default({ key: 'normal', display: 'Normal' }),
  assignee: z.string().min(1).nullish(),
  deadline: z.iso.date('expected a date such as 2026-12-01').nullish(),
  createdAt: moment.optional(),
  updatedAt: moment.optional(),
  version: z.number().int().positive().optional(),
});

export type IssueConfig = z.infer<typeof issueSchema>;

function named(kind: NameKind) {
  const pair = z.strictObject({ key: z.string().min(1), display: z.string().min(1) });
  return z.union([
    z
      .string()
      .min(1)
      .transform((text) => findNamed(kind, text)),
    pair,
  ]);
}
