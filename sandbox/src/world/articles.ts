import { nextReadableId } from './issues.ts';
import type { Id, Transaction } from './transaction.ts';

export interface NewArticle {
  readonly project: Id;
  readonly author: Id;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly summary: string;
  readonly content?: string;
  readonly parent?: Id;
}

/** Makes an article of the knowledge base, at the top of its project or under another article. */
export function createArticle(
  tx: Transaction,
  { project, author, now, summary, content = '', parent }: NewArticle,
): Id {
  return tx.create('Article', {
    ...nextReadableId(tx, 'Article', project),
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
