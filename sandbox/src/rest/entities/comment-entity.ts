import { canSee } from '../../world/access.ts';
import { showAttachments } from './attachment-entity.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { flag, reference, scalar } from './stored-attributes.ts';
import { showVisibility } from './visibility-entity.ts';

const attributes: Attributes<Subject> = {
  text: scalar('text'),
  textPreview: scalar('text'),
  usesMarkdown: () => true,
  created: scalar('created'),
  updated: scalar('updated'),
  author: reference('author'),
  deleted: flag('deleted'),
  pinned: flag('isPinned'),
  issue: reference('issue'),
  article: reference('article'),
  attachments: (subject) => showAttachments(subject, 'comment'),
  visibility: showVisibility,
  reactions: () => [],
};

export const commentAttributeNames: readonly string[] = Object.keys(attributes);

/** A comment to an issue or an article. Source: "IssueComment" and "ArticleComment" of JetBrains' REST reference. */
export function showComment(subject: Subject): RestEntity {
  const $type = subject.tx.typeOf(subject.id) ?? 'IssueComment';
  return createRestEntity({ $type, id: subject.id }, attributes, subject);
}

/** The comments of an issue or article that the caller may see. */
export function showComments(subject: Subject): RestEntity[] {
  return commentsOf(subject).map(subject.show);
}

function commentsOf({ tx, user, id }: Subject): string[] {
  const isArticle = tx.typeOf(id) === 'Article';
  const [type, property] = isArticle ? ['ArticleComment', 'article'] : ['IssueComment', 'issue'];
  return tx.find(type, property, { ref: id }).filter((comment) => canSee(tx, user, comment));
}
