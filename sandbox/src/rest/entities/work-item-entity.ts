import { canSee } from '../../world/access.ts';
import { showPeriod } from './issue-field-entity.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { reference, scalar } from './stored-attributes.ts';

const attributes: Attributes<Subject> = {
  author: reference('author'),
  creator: reference('creator'),
  text: scalar('description'),
  textPreview: scalar('description'),
  usesMarkdown: () => true,
  type: reference('type'),
  created: scalar('created'),
  updated: scalar('updated'),
  date: scalar('date'),
  duration: ({ tx, id }) => showPeriod(Number(tx.get(id, 'duration') ?? 0), 'DurationValue'),
  issue: reference('issue'),
  attributes: () => [],
};

export const workItemAttributeNames: readonly string[] = Object.keys(attributes);

/** Work done on an issue. Source: "IssueWorkItem" of JetBrains' REST reference. */
export function showWorkItem(subject: Subject): RestEntity {
  return createRestEntity({ $type: 'IssueWorkItem', id: subject.id }, attributes, subject);
}

/** A kind of work. */
export function showWorkItemType(subject: Subject): RestEntity {
  const typeAttributes: Attributes<Subject> = { name: scalar('name'), autoAttached: () => true };
  return createRestEntity({ $type: 'WorkItemType', id: subject.id }, typeAttributes, subject);
}

/** The work done on an issue that the caller may see. */
export function showWorkItems({ tx, user, id, show }: Subject): RestEntity[] {
  return tx
    .find('IssueWorkItem', 'issue', { ref: id })
    .filter((item) => canSee(tx, user, item))
    .map(show);
}
