import { z } from 'zod';
import { app } from './world-file/apps.ts';
import { board } from './world-file/boards.ts';
import { article, issue } from './world-file/issues.ts';
import { group, permission, savedQuery, tag, user } from './world-file/people.ts';
import { linkType, project } from './world-file/projects.ts';
import { name } from './world-file/scalars.ts';

/**
 * The JSON of a world file: what a sandbox starts with. Its shape is checked here, key by key; what it refers to
 * (users, projects, values) is checked while it is loaded.
 */
export const worldFileSchema = z.strictObject({
  users: z.array(user).optional(),
  groups: z.array(group).optional(),
  projects: z.array(project).optional(),
  permissions: z.array(permission).optional(),
  linkTypes: z.array(linkType).optional(),
  workItemTypes: z.array(name).optional(),
  boards: z.array(board).optional(),
  tags: z.array(tag).optional(),
  savedQueries: z.array(savedQuery).optional(),
  issues: z.array(issue).optional(),
  articles: z.array(article).optional(),
  apps: z.record(z.string(), app).optional(),
  tracker: z.unknown().optional(),
});

export type WorldFile = z.infer<typeof worldFileSchema>;
