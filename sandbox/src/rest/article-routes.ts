import { Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee } from '../world/access.ts';
import { createArticle } from '../world/articles.ts';
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
import { visibleArticle, visibleProject } from './visible-entity.ts';
import { writeTags } from './write-tags.ts';
import { writeVisibility } from './write-visibility.ts';

const writableAttributes = ['project', 'summary', 'content', 'parentArticle', 'tags', 'visibility'];

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
    (article) => isWanted(article) && isFound(article) && canSee(tx, user, article),
  );
  return pageOf(articles, query).map(show);
}

function listChildren(call: RestCall): RestValue {
  return pageOf(showChildren({ ...call, id: requestedArticle(call) }), call.query);
}

function create(call: RestCall): ShowAfterwards {
  const { tx, user, now, body } = call;
  acceptKeys(body, writableAttributes, articleAttributeNames);
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
  const { tx, body, user, now } = call;
  acceptKeys(body, writableAttributes, articleAttributeNames);
  const article = requestedArticle(call);
  requirePermission(call, 'UPDATE_ARTICLE', targetOf(tx, article, 'project'));
  if (body.summary !== undefined) tx.set(article, 'summary', requiredText(body, 'summary'));
  const content = bodyText(body, 'content');
  if (content !== undefined) tx.set(article, 'content', content === '' ? null : content);
  if (body.parentArticle !== undefined) moveUnder(call, article, requestedParent(call));
  writeTags(call, article);
  writeVisibility(call, article, body.visibility);
  tx.set(article, 'updated', now);
  tx.set(article, 'updatedBy', { ref: user });
  return shown(article);
}

function moveUnder({ tx }: RestCall, article: Id, parent: Id | undefined): void {
  for (let above = parent; above !== undefined; above = targetOf(tx, above, 'parentArticle')) {
    if (above === article) throw new RestError(400, 'An article cannot lie under itself.');
  }
  tx.set(article, 'parentArticle', parent === undefined ? null : { ref: parent });
}

function remove(call: RestCall): undefined {
  const article = requestedArticle(call);
  requirePermission(call, 'DELETE_ARTICLE', targetOf(call.tx, article, 'project'));
  removeEntity(call.tx, article);
}

function requestedParent(call: RestCall): Id | undefined {
  const { parentArticle } = call.body;
  if (parentArticle === undefined || parentArticle === null) return undefined;
  return bodyEntity(call, { value: parentArticle, keys: ['idReadable'], find: visibleArticle });
}

function requestedArticle(call: RestCall): Id {
  return visibleArticle(call, call.param('id'));
}
