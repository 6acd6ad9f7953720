import { z } from 'zod';

export const primitiveTypes = ['string', 'integer', 'float', 'boolean'] as const;

/**
 * The entity types that can carry and be values of extension properties: those with `findByExtensionProperties` in
 * JetBrains' scripting reference, and the app's global storage.
 */
const entityTypes = new Set(
  `Agile AppGlobalStorage Article ArticleAttachment ArticleComment Build BundleProjectCustomField Calendar24x7 EnumField
  FeedbackForm Gantt GroupProjectCustomField Issue IssueAttachment IssueComment IssueLinkPrototype IssueWorkItem
  MailboxChannel OwnedField PeriodProjectCustomField PersistentFile Project ProjectCustomField ProjectTeam ProjectType
  ProjectVersion PullRequest PullRequestState SavedQuery SimpleCalendar SimpleProjectCustomField Sprint State Tag
  TextProjectCustomField User UserGroup UserProjectCustomField VcsChange WorkItemAttributeValue WorkItemProjectAttribute
  WorkItemType`.split(/\s+/),
);

const entityType = z
  .string()
  .refine((name) => entityTypes.has(name), 'expected an entity type of the scripting API');

/** `entity-extensions.json`, its declarations not looked into. */
export const extensionsFileSchema = z.looseObject({ entityTypeExtensions: z.array(z.unknown()) });

/** What it declares for one entity type, the properties not looked into. */
export const entityExtensionSchema = z.looseObject({
  entityType,
  properties: z.record(z.string(), z.unknown()),
});

/** One extension property. `int` and `long` nobody documents and published apps write all the same. */
export const extensionPropertySchema = z.looseObject({
  type: z.union([z.enum([...primitiveTypes, 'int', 'long']), entityType], {
    error: 'expected string, integer, float, boolean or an entity type',
  }),
  multi: z.unknown().optional(),
});
