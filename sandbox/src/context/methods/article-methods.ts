import { entityArgument, textArgument } from '../arguments.ts';
import { addAttachment, readAttachment } from '../attachments.ts';
import { entityToScript, objectFields } from '../script-values.ts';
import type { Method } from './method.ts';
import { addTag, hasTag, removeTag } from './tagging.ts';

const addComment: Method = (execution, { id }, [text, author]) => {
  const { tx, sandbox } = execution.change;
  const fields = objectFields(text) ?? { text: text ?? null, author: author ?? null };
  const by = fields.author ? entityArgument(fields.author, 'author', ['User']).id : execution.user;
  const now = sandbox.clock.now();
  const comment = tx.create('ArticleComment', {
    article: { ref: id },
    author: { ref: by },
    text: textArgument(fields.text, 'the text of a comment'),
    created: now,
    updated: now,
  });
  return entityToScript(tx, comment);
};

export const articleMethods: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
  BaseArticle: { addTag, hasTag, removeTag },
  Article: {
    addComment,
    addAttachment: (execution, article, values) =>
      addAttachment(execution, readAttachment(execution, values), {
        type: 'ArticleAttachment',
        article: article.id,
      }),
  },
};
