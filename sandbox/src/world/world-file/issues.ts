import { z } from 'zod';
import { articleId, issueId, name, names, restriction, text, time } from './scalars.ts';

const comment = z.strictObject({
  author: name,
  text,
  created: time.optional(),
  updated: time.optional(),
  deleted: z.boolean().optional(),
  pinned: z.boolean().optional(),
  ...restriction,
});

const attachment = z.strictObject({
  name,
  author: name.optional(),
  created: time.optional(),
  mimeType: text.optional(),
  text: text.optional(),
  base64: z.base64({ error: 'expected base64' }).optional(),
  ...restriction,
});

const workItem = z.strictObject({
  author: name,
  date: time.optional(),
  minutes: z.int().min(0),
  text: text.optional(),
  type: name.optional(),
});

const customValue = z.union([text, z.number(), z.null(), z.array(text)], {
  error: 'expected a text, a number, null or a list of texts',
});

export const issue = z.strictObject({
  id: issueId,
  summary: text,
  description: text.optional(),
  reporter: name.optional(),
  created: time.optional(),
  updated: time.optional(),
  updatedBy: name.optional(),
  resolved: time.nullable().optional(),
  fields: z.record(z.string(), customValue).optional(),
  ...restriction,
  formerIds: z.array(issueId).optional(),
  links: z.record(z.string(), names).optional(),
  tags: names.optional(),
  voters: names.optional(),
  watchers: names.optional(),
  comments: z.array(comment).optional(),
  attachments: z.array(attachment).optional(),
  workItems: z.array(workItem).optional(),
});

export const article = z.strictObject({
  id: articleId,
  summary: text,
  content: text.optional(),
  author: name.optional(),
  created: time.optional(),
  updated: time.optional(),
  updatedBy: name.optional(),
  parent: name.nullable().optional(),
  ...restriction,
  formerIds: z.array(articleId).optional(),
  tags: names.optional(),
  comments: z.array(comment).optional(),
  attachments: z.array(attachment).optional(),
});

/** A custom field's value: entities by their name, periods in minutes or as text. */
export type CustomValue = z.infer<typeof customValue>;
export type WorldFileIssue = z.infer<typeof issue>;
export type WorldFileArticle = z.infer<typeof article>;
export type WorldFileComment = z.infer<typeof comment>;
export type WorldFileAttachment = z.infer<typeof attachment>;
export type WorldFileWorkItem = z.infer<typeof workItem>;
