import { canSee } from '../../world/access.ts';
import { showAttachments } from './attachment-entity.ts';
import { showComments } from './comment-entity.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { reference, scalar, targetOf } from './stored-attributes.ts';
import { showTags } from './tag-entity.ts';
import { showVisibility } from './visibility-entity.ts';

const attributes: Attributes<Subject> = {
  idReadable: scalar('id'),
  numberInProject: scalar('numberInProject'),
  summary: scalar('summary'),
  content: scalar('content'),
  contentPreview: scalar('content'),
  created: scalar('created'),
  updated: scalar('updated'),
  reporter: reference('author'),
  updatedBy: reference('updatedBy'),
  project: reference('project'),
  parentArticle: (subject) => {
    const parent = targetOf(subject.tx, subject.id, 'parentArticle');
    return parent !== undefined && canSee(subject.tx, subject.user, parent) ? subject.show(parent) : null;
  },
  childArticles: showChildren,
  hasChildren: (subject) => showChildren(subject).length > 0,
  hasStar: () => false,
  ordinal: scalar('ordinal'),
  comments: showComments,
  pinnedComments: () => [],
  attachments: (subject) => showAttachments(subject, 'article'),
  tags: showTags,
  visibility: showVisibility,
  externalArticle: () => null,
};

export const articleAttributeNames: readonly string[] = Object.keys(attributes);

/** An article of the knowledge base. Source: "Article" of JetBrains' REST reference. */
export function showArticle(subject: Subject): RestEntity {
  return createRestEntity({ $type: 'Article', id: subject.id }, attributes, subject);
}

/** The articles right under an article that the caller may see. */
export function showChildren(subject: Subject): RestEntity[] {
  const { tx, user, id, show } = subject;
  return tx
    .find('Article', 'parentArticle', { ref: id })
    .filter((child) => canSee(tx, user, child))
    .map(show);
}
