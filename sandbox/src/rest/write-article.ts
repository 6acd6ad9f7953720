import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { bodyEntity, bodyText } from './body-values.ts';
import { articleAttributeNames } from './entities/article-entity.ts';
import { targetOf } from './entities/stored-attributes.ts';
import type { RestCall } from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { visibleArticle } from './visible-entity.ts';
import { writeTags } from './write-tags.ts';
import { writeVisibility } from './write-visibility.ts';

/** What of an article can be set; the rest of its attributes is answered with 501. */
export const writableArticleAttributes = [
  'project',
  'summary',
  'content',
  'parentArticle',
  'tags',
  'visibility',
];

/** Sets what the body names of an article or a draft of one. @throws RestError 400, 501 */
export function writeArticle(call: RestCall, article: Id): void {
  const { tx, body } = call;
  acceptKeys(body, writableArticleAttributes, articleAttributeNames);
  const isDraft = tx.get(article, 'isDraft') === true;
  const summary = bodyText(body, 'summary');
  if (summary !== undefined && !summary?.trim() && !isDraft)
    throw new RestError(400, '"summary" is required.');
  if (summary !== undefined) tx.set(article, 'summary', summary);
  const content = bodyText(body, 'content');
  if (content !== undefined) tx.set(article, 'content', content === '' ? null : content);
  if (body.parentArticle !== undefined) moveUnder(call, article, requestedParent(call));
  writeTags(call, article);
  writeVisibility(call, article, body.visibility);
}

/** The article the body names as the one above. */
export function requestedParent(call: RestCall): Id | undefined {
  const { parentArticle } = call.body;
  if (parentArticle === undefined || parentArticle === null) return undefined;
  return bodyEntity(call, { value: parentArticle, keys: ['idReadable'], find: visibleArticle });
}

function moveUnder({ tx }: RestCall, article: Id, parent: Id | undefined): void {
  for (let above = parent; above !== undefined; above = targetOf(tx, above, 'parentArticle')) {
    if (above === article) throw new RestError(400, 'An article cannot lie under itself.');
  }
  tx.set(article, 'parentArticle', parent === undefined ? null : { ref: parent });
}
