import { nextReadableId } from './issues.ts';
import type { Id, Transaction } from './transaction.ts';
import { idsIn } from './values.ts';

export interface NewArticle {
  readonly project: Id;
  readonly author: Id;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly summary: string;
  readonly content?: string;
  readonly parent?: Id;
  /** A draft has no number yet and is seen by its author alone. */
  readonly isDraft?: true;
}

/** Makes an article of the knowledge base, at the top of its project or under another article. */
export function createArticle(
  tx: Transaction,
  { project, author, now, summary, content = '', parent, isDraft }: NewArticle,
): Id {
  return tx.create('Article', {
    ...(isDraft === true ? { isDraft } : nextReadableId(tx, 'Article', project)),
    project: { ref: project },
    summary,
    content: content === '' ? null : content,
    author: { ref: author },
    updatedBy: { ref: author },
    created: now,
    updated: now,
    parentArticle: parent === undefined ? null : { ref: parent },
  });
}

/** Gives a draft its number: from now on it is an article that others see. */
export function publishArticle(tx: Transaction, article: Id, now: number): void {
  const [project] = idsIn(tx.get(article, 'project'));
  if (project === undefined) throw new Error(`The draft ${article} has no project`);
  const published = { ...nextReadableId(tx, 'Article', project), isDraft: null, created: now, updated: now };
  for (const [property, value] of Object.entries(published)) tx.set(article, property, value);
}
