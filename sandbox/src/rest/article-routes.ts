import { Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee } from '../world/access.ts';
import { createArticle, publishArticle } from '../world/articles.ts';
import { removeEntity } from '../world/remove-entity.ts';
import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { bodyEntity, bodyText, requiredText } from './body-values.ts';
import { articleAttributeNames, showChildren } from './entities/article-entity.ts';
import type { RestValue } from './entities/present.ts';
import { targetOf } from './entities/stored-attributes.ts';
import { pageOf } from './page-of.ts';
import {
  type RestCall,
  reading,
  requirePermission,
  type ShowAfterwards,
  shown,
  writing,
} from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { articleCondition } from './search-articles.ts';
import { visibleArticle, visibleDraft, visibleProject } from './visible-entity.ts';
import { requestedParent, writableArticleAttributes, writeArticle } from './write-article.ts';
import { writeTags } from './write-tags.ts';
import { writeVisibility } from './write-visibility.ts';

/** Articles of the knowledge base. Source: "Articles" of JetBrains' REST reference. */
export function createArticleRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  routes.get(
    '/api/articles',
    reading(sandbox, (call) => listArticles(call, () => true)),
  );
  routes.post('/api/articles', writing(sandbox, create));
  routes.get(
    '/api/articles/:id',
    reading(sandbox, (call) => call.show(requestedArticle(call))),
  );
  routes.post('/api/articles/:id', writing(sandbox, update));
  routes.delete('/api/articles/:id', writing(sandbox, remove));
  routes.get('/api/articles/:id/childArticles', reading(sandbox, listChildren));
  routes.get(
    '/api/articles/:id/parentArticle',
    reading(sandbox, (call) => call.show(requestedArticle(call)).attribute('parentArticle')),
  );
  routes.get('/api/admin/projects/:id/articles', reading(sandbox, listOfProject));
  return routes;
}

function listOfProject(call: RestCall): RestValue {
  const project = visibleProject(call, call.param('id'));
  return listArticles(call, (article) => targetOf(call.tx, article, 'project') === project);
}

function listArticles({ tx, user, query, show }: RestCall, isWanted: (article: Id) => boolean): RestValue {
  const isFound = articleCondition({ tx, user }, query.get('query') ?? '');
  const articles = [...tx.all('Article')].filter(
    (article) =>
      tx.get(article, 'isDraft') !== true &&
      isWanted(article) &&
      isFound(article) &&
      canSee(tx, user, article),
  );
  return pageOf(articles, query).map(show);
}

function listChildren(call: RestCall): RestValue {
  return pageOf(showChildren({ ...call, id: requestedArticle(call) }), call.query);
}

/** A new article, or with `draftId` one of the caller's drafts, which gets its number. */
function create(call: RestCall): ShowAfterwards {
  const draft = call.query.get('draftId');
  if (draft !== null) return publish(call, visibleDraft(call, 'Article', draft));
  const { tx, user, now, body } = call;
  acceptKeys(body, writableArticleAttributes, articleAttributeNames);
  const project = bodyEntity(call, { value: body.project, keys: ['shortName'], find: visibleProject });
  requirePermission(call, 'CREATE_ARTICLE', project);
  const parent = requestedParent(call);
  const article = createArticle(tx, {
    project,
    author: user,
    now,
    summary: requiredText(body, 'summary'),
    content: bodyText(body, 'content') ?? '',
    ...(parent === undefined ? {} : { parent }),
  });
  writeTags(call, article);
  writeVisibility(call, article, body.visibility);
  return shown(article);
}

function update(call: RestCall): ShowAfterwards {
  const { tx, user, now } = call;
  const article = requestedArticle(call);
  requirePermission(call, 'UPDATE_ARTICLE', targetOf(tx, article, 'project'));
  writeArticle(call, article);
  tx.set(article, 'updated', now);
  tx.set(article, 'updatedBy', { ref: user });
  return shown(article);
}

function publish(call: RestCall, article: Id): ShowAfterwards {
  requirePermission(call, 'CREATE_ARTICLE', targetOf(call.tx, article, 'project'));
  writeArticle(call, article);
  if (String(call.tx.get(article, 'summary') ?? '').trim() === '')
    throw new RestError(400, '"summary" is required.');
  publishArticle(call.tx, article, call.now);
  return shown(article);
}

function remove(call: RestCall): undefined {
  const article = requestedArticle(call);
  requirePermission(call, 'DELETE_ARTICLE', targetOf(call.tx, article, 'project'));
  removeEntity(call.tx, article);
}

function requestedArticle(call: RestCall): Id {
  return visibleArticle(call, call.param('id'));
}
