import { canSee } from '../../world/access.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import { idsIn } from '../../world/values.ts';
import type { Viewer } from '../viewer.ts';
import type { CommentView } from '../views.ts';
import { numberOf, targetOf, textOf } from './properties.ts';
import { readPerson } from './read-person.ts';

/** The comments of an issue or article that the viewer may see, oldest first. */
export function readComments(tx: Transaction, viewer: Viewer, whole: Id): readonly CommentView[] {
  const isIssue = tx.typeOf(whole) === 'Issue';
  return tx
    .find(isIssue ? 'IssueComment' : 'ArticleComment', isIssue ? 'issue' : 'article', { ref: whole })
    .filter((comment) => tx.get(comment, 'deleted') !== true && canSee(tx, viewer.id, comment))
    .map((comment) => ({
      author: readPerson(tx, targetOf(tx, comment, 'author')),
      created: numberOf(tx, comment, 'created'),
      text: textOf(tx, comment, 'text'),
    }))
    .sort((one, other) => one.created - other.created);
}

/** The names of the tags that the viewer may see. */
export function readTags(tx: Transaction, viewer: Viewer, whole: Id): readonly string[] {
  return idsIn(tx.get(whole, 'tags'))
    .filter((tag) => canSee(tx, viewer.id, tag))
    .map((tag) => textOf(tx, tag, 'name'));
}
