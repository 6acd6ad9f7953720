import { canSee } from '../../world/access.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { reference, scalar } from './stored-attributes.ts';
import { showVisibility } from './visibility-entity.ts';

const attributes: Attributes<Subject> = {
  name: scalar('name'),
  author: reference('author'),
  created: scalar('created'),
  updated: scalar('created'),
  size: scalar('size'),
  extension: scalar('extension'),
  charset: scalar('charset'),
  mimeType: scalar('mimeType'),
  metaData: scalar('metaData'),
  draft: () => false,
  removed: () => false,
  base64Content: ({ tx, id }) => `data:${tx.get(id, 'mimeType')};base64,${tx.get(id, 'base64Content') ?? ''}`,
  url: ({ tx, id }) => `/api/files/${id}?name=${encodeURIComponent(String(tx.get(id, 'name')))}`,
  thumbnailURL: () => null,
  visibility: showVisibility,
  issue: reference('issue'),
  article: reference('article'),
  comment: reference('comment'),
};

export const attachmentAttributeNames: readonly string[] = Object.keys(attributes);

/** A file attached to an issue, article or comment. Source: "IssueAttachment" of JetBrains' REST reference. */
export function showAttachment(subject: Subject): RestEntity {
  const $type = subject.tx.typeOf(subject.id) ?? 'IssueAttachment';
  return createRestEntity({ $type, id: subject.id }, attributes, subject);
}

/** The files attached to an entity that the caller may see. @param owner the attachments' property that refers to it */
export function showAttachments(subject: Subject, owner: 'issue' | 'article' | 'comment'): RestEntity[] {
  const { tx, user, id, show } = subject;
  return ['IssueAttachment', 'ArticleAttachment']
    .flatMap((type) => tx.find(type, owner, { ref: id }))
    .filter((attachment) => canSee(tx, user, attachment))
    .map(show);
}
