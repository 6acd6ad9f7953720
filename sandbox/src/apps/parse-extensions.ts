import type { ExtensionDeclaration } from './app-package.ts';
import type { Findings } from './findings.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

const primitives = new Set(['string', 'integer', 'float', 'boolean']);

/** Names of types that nobody documents and published apps write all the same. */
const otherNames: Readonly<Record<string, string>> = { int: 'integer', long: 'integer' };

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
 * Reads `entity-extensions.json`. No source says that a server refuses any of it, so what is not understood declares
 * nothing and is a warning.
 */
export function parseExtensions(
  file: JsonObject | undefined,
  findings: Findings,
): readonly ExtensionDeclaration[] {
  if (file === undefined) return [];
  const warn = (sentence: string) => findings.warnings.push(`entity-extensions.json: ${sentence}`);
  const { entityTypeExtensions } = file;
  if (Array.isArray(entityTypeExtensions))
    return entityTypeExtensions.flatMap((extension: Json) => parseEntityType(extension, warn));
  warn('there is no list "entityTypeExtensions", so it declares nothing.');
  return [];
}

type Warn = (sentence: string) => void;

function parseEntityType(extension: Json, warn: Warn): ExtensionDeclaration[] {
  const { entityType, properties } = isJsonObject(extension) ? extension : {};
  if (typeof entityType !== 'string' || !entityTypes.has(entityType)) {
    warn(`there is no entity type ${JSON.stringify(entityType)}, so it gets no properties.`);
    return [];
  }
  if (!isJsonObject(properties)) {
    warn(`"properties" of ${entityType} must be an object; it gets none.`);
    return [];
  }
  return Object.entries(properties).flatMap(([name, property]) =>
    parseProperty({ entityType, name, property }, warn),
  );
}

interface WrittenProperty {
  readonly entityType: string;
  readonly name: string;
  readonly property: Json | undefined;
}

function parseProperty({ entityType, name, property }: WrittenProperty, warn: Warn): ExtensionDeclaration[] {
  const { type: written, multi = false } = isJsonObject(property) ? property : {};
  const place = `${entityType}.${name}`;
  const type = (typeof written === 'string' && otherNames[written]) || written;
  if (typeof type !== 'string' || !(primitives.has(type) || entityTypes.has(type))) {
    warn(`${place} has no known type, but ${JSON.stringify(written)}; it is not declared.`);
    return [];
  }
  if (type !== written) warn(`the type "${written}" of ${place} is not documented; it counts as "${type}".`);
  const isSet = multi === true && !primitives.has(type);
  if (isSet !== multi)
    warn(`${place}: only properties of an entity type can be "multi"; it holds one value.`);
  return [{ entityType, name, type, multi: isSet }];
}
