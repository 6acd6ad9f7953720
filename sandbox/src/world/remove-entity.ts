import { projectFieldTypes, projectFieldValueTypes } from './custom-fields.ts';
import type { Id, Transaction } from './transaction.ts';

/** What goes when an entity goes: the types that belong to it, and the property that says so. */
const belongings: Readonly<Record<string, readonly (readonly [type: string, property: string])[]>> = {
  Issue: [
    ['IssueComment', 'issue'],
    ['IssueAttachment', 'issue'],
    ['IssueWorkItem', 'issue'],
    ['IssueLink', 'source'],
    ['IssueLink', 'target'],
  ],
  Article: [
    ['ArticleComment', 'article'],
    ['ArticleAttachment', 'article'],
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
};

/** Removes an entity and all that belongs to it. Other references to it read as unset from now on. */
export function removeEntity(tx: Transaction, entity: Id): void {
  const type = tx.typeOf(entity);
  if (type === undefined) return;
  for (const [partType, property] of belongings[type] ?? [])
    for (const part of tx.find(partType, property, { ref: entity })) removeEntity(tx, part);
  tx.remove(entity);
}
