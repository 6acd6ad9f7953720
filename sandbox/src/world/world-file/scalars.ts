import { z } from 'zod';

export const text = z.string();
export const name = z.string().min(1);
/** Epoch milliseconds. */
export const time = z.number().int();
export const names = z.array(name);

export const projectKey = z.string().regex(/^[A-Za-z]\w*$/, 'expected a project key such as "DEMO"');
export const issueId = z.string().regex(/^[A-Za-z]\w*-[1-9]\d*$/, 'expected an issue id such as "DEMO-1"');
export const articleId = z
  .string()
  .regex(/^[A-Za-z]\w*-A-[1-9]\d*$/, 'expected an article id such as "DEMO-A-1"');

/** Whom something is shown to; to all who may read at all when it names nobody. */
export const restriction = { permittedUsers: names.optional(), permittedGroups: names.optional() };
