import { projectFieldTypes, projectFieldValueTypes } from './custom-fields.ts';

/** The property by which an entity of a type belongs to another. */
export type Belonging = readonly [type: string, property: string];

/** What goes when an entity goes: the types that belong to it, and the property that says so. */
const belongings: Readonly<Record<string, readonly Belonging[]>> = {
  Issue: [
    ['IssueComment', 'issue'],
    ['IssueAttachment', 'issue'],
    ['IssueWorkItem', 'issue'],
    ['ActivityItem', 'target'],
    ['IssueLink', 'source'],
    ['IssueLink', 'target'],
  ],
  Article: [
    ['ArticleComment', 'article'],
    ['ArticleAttachment', 'article'],
    ['ActivityItem', 'target'],
    ['Article', 'parentArticle'],
  ],
  Project: [
    ['Issue', 'project'],
    ['Article', 'project'],
    ['ProjectTeam', 'project'],
    ['PermissionGrant', 'project'],
    ['AppUsage', 'project'],
    ...projectFieldTypes.map((type) => [type, 'project'] as const),
  ],
  BundleProjectCustomField: projectFieldValueTypes.map((type) => [type, 'projectField'] as const),
  IssueComment: [['IssueAttachment', 'comment']],
  ArticleComment: [['ArticleAttachment', 'comment']],
  IssueLinkPrototype: [['IssueLink', 'prototype']],
  App: [['AppUsage', 'app']],
  Agile: [['Sprint', 'agile']],
};

const owners = new Map<string, string[]>();
for (const parts of Object.values(belongings))
  for (const [type, property] of parts) owners.set(type, [...(owners.get(type) ?? []), property]);

/** What belongs to entities of a type. */
export function belongingsOf(type: string): readonly Belonging[] {
  return belongings[type] ?? [];
}

/** The properties by which entities of a type belong to others. */
export function ownersOf(type: string): readonly string[] {
  return owners.get(type) ?? [];
}

/** Properties whose text only one entity of the type has, in any letter case. */
export const uniqueProperties: Readonly<Record<string, string>> = {
  User: 'login',
  Project: 'key',
  App: 'name',
};

/**
 * Types whose entities are no more than elements of a set: no two of them agree in these properties, and making one
 * that is there already changes nothing.
 */
export const setLike: Readonly<Record<string, readonly string[]>> = {
  IssueLink: ['prototype', 'source', 'target'],
  AppUsage: ['app', 'project'],
};
