import { activityTypes } from './entity-types/activity-types.ts';
import { appTypes } from './entity-types/app-types.ts';
import { articleTypes } from './entity-types/article-types.ts';
import { baseTypes } from './entity-types/base-types.ts';
import { boardTypes } from './entity-types/board-types.ts';
import type { EntityType, Property } from './entity-types/entity-type.ts';
import { issueTypes } from './entity-types/issue-types.ts';
import { peopleTypes } from './entity-types/people-types.ts';
import { projectTypes } from './entity-types/project-types.ts';
import { unstoredTypes } from './entity-types/unstored-types.ts';

/** Every entity type, by name: those of JetBrains' scripting reference and those only the sandbox has. */
export const entityTypes: ReadonlyMap<string, EntityType> = new Map(
  [
    ...baseTypes,
    ...issueTypes,
    ...articleTypes,
    ...peopleTypes,
    ...projectTypes,
    ...appTypes,
    ...activityTypes,
    ...boardTypes,
    ...unstoredTypes,
  ].map((type) => [type.name, type]),
);

/** Other names scripts know a type by. */
export const typeAliases: Readonly<Record<string, string>> = {
  IssueTag: 'Tag',
  NestedUserGroup: 'UserGroup',
};

/** The first half of internal ids, by type; only stored types have one. */
export const typeNumbers: ReadonlyMap<string, number> = new Map(
  [...entityTypes.values()].flatMap(({ name, typeNumber }) =>
    typeNumber === undefined ? [] : [[name, typeNumber]],
  ),
);

/** The properties of a type, those of the types it extends included. */
export function propertiesOf(type: string): Readonly<Record<string, Property>> {
  const found = entityTypes.get(type);
  if (found === undefined) return {};
  return found.extends === undefined
    ? found.properties
    : { ...propertiesOf(found.extends), ...found.properties };
}

/** Whether a type is another one or extends it. */
export function isA(type: string, ancestor: string): boolean {
  if (type === ancestor) return true;
  const parent = entityTypes.get(type)?.extends;
  return parent !== undefined && isA(parent, ancestor);
}
