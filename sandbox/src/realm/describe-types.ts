import type { TypeDescription } from '../api/define-entities.ts';
import type { RealmDescription } from '../api/index.ts';
import type { EntityType, Property } from '../world/entity-types/entity-type.ts';
import { entityTypes, isA } from '../world/entity-types.ts';
import { newestYouTrack, type YouTrackVersion } from '../youtrack-versions.ts';
import { describeLater } from './describe-later.ts';

/** Documented members the sandbox keeps no values for; members of a type that is not stored at all go without saying. */
const missing = new Set([
  'Issue.ccUsers',
  'Issue.customerGroups',
  'Issue.mentionedInIssueComments',
  'Issue.mentionedInIssues',
  'Issue.unauthenticatedReporter',
  'IssueWorkItem.attributes',
  'Project.defaultVisibilityGroup',
  'Project.isTimeTrackingEnabled',
  'Project.notificationEmail',
  'User.attributes',
  'User.firstDayOfWeeks',
  'User.pinnedSavedQueries',
  'UserGroup.customerGroupProjects',
  'UserGroup.isCustomerGroup',
]);

/** Members that are not in the world's table because they are no values: bytes, and what is missing. */
const extra: Readonly<Record<string, TypeDescription['properties']>> = {
  Issue: { pluggedAttributes: 'm' },
  IssueAttachment: { content: 'v' },
  IssueWorkItem: { attributes: 'm' },
  User: { attributes: 'm' },
};

const described = new Map<YouTrackVersion, string>();

/** The entity types as the realm's API wants them, and what the version lacks: the JSON of a RealmDescription. */
export function describeTypes(version: YouTrackVersion = newestYouTrack): string {
  const known = described.get(version);
  if (known !== undefined) return known;
  const types = [...entityTypes.values()].filter(isScriptType).map(describeType);
  const description: RealmDescription = {
    types: [...types, { name: 'IssueTag', base: 'Tag', properties: {} }],
    version,
    later: describeLater(version),
  };
  const text = JSON.stringify(description);
  described.set(version, text);
  return text;
}

/** Types with nothing but internal properties (`App`, `PermissionGrant`) are no business of scripts. */
function isScriptType({ name }: EntityType): boolean {
  return isA(name, 'BaseEntity');
}

function describeType(type: EntityType): TypeDescription {
  const { name, constructible, constants } = type;
  const properties: Record<string, 'v' | 'w' | 's' | 't' | 'm'> = { ...extra[name] };
  for (const [property, definition] of Object.entries(type.properties)) {
    if (definition.internal === true && property !== 'name') continue;
    properties[property] = accessOf(type, property, definition);
  }
  return {
    name,
    properties,
    ...(type.extends === undefined ? {} : { base: type.extends }),
    ...(constructible === undefined ? {} : { constructible }),
    ...(constants === undefined ? {} : { constants }),
  };
}

function accessOf({ name }: EntityType, property: string, definition: Property): 'v' | 'w' | 's' | 't' | 'm' {
  if (missing.has(`${name}.${property}`) || !isStored(name)) return 'm';
  if (definition.type !== undefined && !isStored(definition.type)) return 'm';
  if (definition.kind === 'set') return definition.readonly === true ? 's' : 't';
  return definition.readonly === true ? 'v' : 'w';
}

/** Whether the store holds entities of a type, or of types that extend it. */
function isStored(type: string): boolean {
  return [...entityTypes.values()].some(
    ({ name, typeNumber }) => typeNumber !== undefined && isA(name, type),
  );
}
