import { BadPackageError, type ExtensionDeclaration } from './app-package.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

const primitives = new Set(['string', 'integer', 'float', 'boolean']);

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

/**
 * Reads `entity-extensions.json`.
 * @throws BadPackageError on an unknown entity type or value type, and on `multi` for anything but entities
 */
export function parseExtensions(file: JsonObject | undefined): readonly ExtensionDeclaration[] {
  if (file === undefined) return [];
  const { entityTypeExtensions } = file;
  if (!Array.isArray(entityTypeExtensions)) {
    throw new BadPackageError('entity-extensions.json: "entityTypeExtensions" must be a list.');
  }
  return entityTypeExtensions.flatMap(parseEntityType);
}

function parseEntityType(extension: Json): ExtensionDeclaration[] {
  const { entityType, properties } = isJsonObject(extension) ? extension : {};
  if (typeof entityType !== 'string' || !entityTypes.has(entityType)) {
    throw new BadPackageError(
      `entity-extensions.json: there is no entity type ${JSON.stringify(entityType)}.`,
    );
  }
  if (!isJsonObject(properties)) {
    throw new BadPackageError(`entity-extensions.json: "properties" of ${entityType} must be an object.`);
  }
  return Object.entries(properties).map(([name, property]) => parseProperty(entityType, name, property));
}

function parseProperty(entityType: string, name: string, property: Json | undefined): ExtensionDeclaration {
  const { type, multi = false } = isJsonObject(property) ? property : {};
  const place = `entity-extensions.json: ${entityType}.${name}`;
  if (typeof type !== 'string' || !(primitives.has(type) || entityTypes.has(type))) {
    throw new BadPackageError(`${place} has no known type, but ${JSON.stringify(type)}.`);
  }
  if (typeof multi !== 'boolean') throw new BadPackageError(`${place}: "multi" must be true or false.`);
  if (multi && primitives.has(type))
    throw new BadPackageError(`${place}: only properties of an entity type can be "multi".`);
  return { entityType, name, type, multi };
}
