import { z } from 'zod';
import { permissionKeys } from './permission-keys.ts';

/**
 * The JSON of a world file: what a sandbox starts with. Its shape is checked here, key by key; what it refers to
 * (users, projects, values) is checked while it is loaded. Times are epoch milliseconds.
 */
const text = z.string();
const name = z.string().min(1);
const time = z.number().int();
const logins = z.array(name);

const projectKey = z.string().regex(/^[A-Za-z]\w*$/, 'expected a project key such as "DEMO"');
const issueId = z.string().regex(/^[A-Za-z]\w*-[1-9]\d*$/, 'expected an issue id such as "DEMO-1"');
const articleId = z.string().regex(/^[A-Za-z]\w*-A-[1-9]\d*$/, 'expected an article id such as "DEMO-A-1"');

const user = z.strictObject({
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

const group = z.strictObject({
  name,
  description: text.optional(),
  users: logins.optional(),
  allUsers: z.boolean().optional(),
  autoJoin: z.boolean().optional(),
});

export const fieldTypes = [
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
  type: z.enum(fieldTypes),
  localizedName: text.optional(),
  multi: z.boolean().optional(),
  canBeEmpty: z.boolean().optional(),
  emptyText: text.optional(),
  default: z.union([name, z.array(name)], { error: 'expected a value or a list of values' }).optional(),
  values: z.array(fieldValue).optional(),
});

const project = z.strictObject({
  key: projectKey,
  name,
  description: text.optional(),
  leader: name.optional(),
  archived: z.boolean().optional(),
  team: logins.optional(),
  iconUrl: text.optional(),
  fields: z.array(field).optional(),
});

const permission = z.strictObject({
  user: name.optional(),
  group: name.optional(),
  project: projectKey.optional(),
  keys: z.array(z.enum([...permissionKeys, '*'], { error: 'expected the key of a permission, or "*"' })),
});

const linkType = z.strictObject({ name, outward: name, inward: name.optional() });

const tag = z.strictObject({
  name,
  owner: name.optional(),
  users: logins.optional(),
  groups: z.array(name).optional(),
});

const savedQuery = z.strictObject({ ...tag.shape, query: text });

const restriction = {
  permittedUsers: logins.optional(),
  permittedGroups: z.array(name).optional(),
};

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
  base64: z.base64().optional(),
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

const issue = z.strictObject({
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
  links: z.record(z.string(), z.array(name)).optional(),
  tags: z.array(name).optional(),
  voters: logins.optional(),
  watchers: logins.optional(),
  comments: z.array(comment).optional(),
  attachments: z.array(attachment).optional(),
  workItems: z.array(workItem).optional(),
});

const article = z.strictObject({
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
  tags: z.array(name).optional(),
  comments: z.array(comment).optional(),
  attachments: z.array(attachment).optional(),
});

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

const app = z.strictObject({
  projects: z.array(projectKey).optional(),
  enabled: z.boolean().optional(),
  settings: settings.optional(),
  projectSettings: z.record(z.string(), settings).optional(),
  globalStorage: extensionValues.optional(),
  extensionProperties: z.record(z.string(), z.record(z.string(), extensionValues)).optional(),
});

export const worldFileSchema = z.strictObject({
  users: z.array(user).optional(),
  groups: z.array(group).optional(),
  projects: z.array(project).optional(),
  permissions: z.array(permission).optional(),
  linkTypes: z.array(linkType).optional(),
  workItemTypes: z.array(name).optional(),
  tags: z.array(tag).optional(),
  savedQueries: z.array(savedQuery).optional(),
  issues: z.array(issue).optional(),
  articles: z.array(article).optional(),
  apps: z.record(z.string(), app).optional(),
  tracker: z.unknown().optional(),
});

export type WorldFile = z.infer<typeof worldFileSchema>;
export type WorldFileUser = z.infer<typeof user>;
export type WorldFileGroup = z.infer<typeof group>;
export type WorldFileProject = z.infer<typeof project>;
export type WorldFileField = z.infer<typeof field>;
export type WorldFileFieldValue = z.infer<typeof fieldValue>;
export type WorldFilePermission = z.infer<typeof permission>;
export type WorldFileIssue = z.infer<typeof issue>;
export type WorldFileArticle = z.infer<typeof article>;
export type WorldFileComment = z.infer<typeof comment>;
export type WorldFileAttachment = z.infer<typeof attachment>;
export type WorldFileWorkItem = z.infer<typeof workItem>;
export type WorldFileTag = z.infer<typeof tag>;
/** What the world file says of an app; its `extensionProperties` and `globalStorage` go into the store. */
export type WorldFileApp = z.infer<typeof app>;
export type ExtensionValue = z.infer<typeof extensionValue>;
export type CustomValue = z.infer<typeof customValue>;
export type FieldKind = (typeof fieldTypes)[number];
