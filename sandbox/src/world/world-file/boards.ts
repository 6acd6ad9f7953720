import { z } from 'zod';
import { issueId, name, projectKey, time } from './scalars.ts';

const sprint = z.strictObject({
  name,
  start: time.optional(),
  finish: time.optional(),
  archived: z.boolean().optional(),
  issues: z.array(issueId).optional(),
});

export const board = z.strictObject({
  name,
  owner: name.optional(),
  projects: z.array(projectKey).optional(),
  currentSprint: name.optional(),
  sprints: z.array(sprint).optional(),
});

export type WorldFileBoard = z.infer<typeof board>;
