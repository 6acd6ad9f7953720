import { canSee } from '../../world/access.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import type { Viewer } from '../viewer.ts';
import type { ArticleView } from '../views.ts';
import { numberOf, targetOf, textOf } from './properties.ts';
import { readItem } from './read-links.ts';
import { readComments, readTags } from './read-parts.ts';
import { readPerson } from './read-person.ts';
import { readProject } from './read-project.ts';

/** An article that the viewer may see, as its page shows it. */
export function readArticle(tx: Transaction, viewer: Viewer, id: Id): ArticleView {
  const parent = targetOf(tx, id, 'parentArticle');
  return {
    id,
    key: textOf(tx, id, 'id'),
    summary: textOf(tx, id, 'summary'),
    content: textOf(tx, id, 'content'),
    project: readProject(tx, targetOf(tx, id, 'project') ?? ''),
    author: readPerson(tx, targetOf(tx, id, 'author')),
    created: numberOf(tx, id, 'created'),
    updated: numberOf(tx, id, 'updated'),
    parent: parent !== undefined && canSee(tx, viewer.id, parent) ? readItem(tx, parent) : undefined,
    children: tx
      .find('Article', 'parentArticle', { ref: id })
      .filter((child) => canSee(tx, viewer.id, child))
      .map((child) => readItem(tx, child)),
    tags: readTags(tx, viewer, id),
    comments: readComments(tx, viewer, id),
  };
}
