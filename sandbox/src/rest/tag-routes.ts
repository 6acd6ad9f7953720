import { Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee } from '../world/access.ts';
import { removeEntity } from '../world/remove-entity.ts';
import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { bodyEntity, requiredText } from './body-values.ts';
import type { RestValue } from './entities/present.ts';
import { targetOf } from './entities/stored-attributes.ts';
import { showTags, tagAttributeNames } from './entities/tag-entity.ts';
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
import { visibleArticle, visibleIssue, visibleProject } from './visible-entity.ts';
import { visibleTag } from './write-tags.ts';

/** Tags, and the tags of issues and articles. Source: "Tags" of JetBrains' REST reference. */
export function createTagRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  routes.get('/api/tags', reading(sandbox, list));
  routes.post('/api/tags', writing(sandbox, create));
  routes.get(
    '/api/tags/:tag',
    reading(sandbox, (call) => call.show(visibleTag(call, call.param('tag')))),
  );
  routes.post('/api/tags/:tag', writing(sandbox, rename));
  routes.delete('/api/tags/:tag', writing(sandbox, remove));
  routes.get('/api/admin/projects/:id/relevantTags', reading(sandbox, listOfProject));
  for (const base of ['/api/issues/:id/tags', '/api/articles/:id/tags']) {
    const owner = base.includes('issues') ? visibleIssue : visibleArticle;
    routes.get(
      base,
      reading(sandbox, (call) =>
        pageOf(showTags({ ...call, id: owner(call, call.param('id')) }), call.query),
      ),
    );
    routes.post(
      base,
      writing(sandbox, (call) => add(call, owner(call, call.param('id')))),
    );
    routes.delete(
      `${base}/:tag`,
      writing(sandbox, (call) => takeOff(call, owner(call, call.param('id')))),
    );
  }
  return routes;
}

function list(call: RestCall): RestValue {
  const { tx, user, query, show } = call;
  const wanted = query.get('query')?.toLowerCase() ?? '';
  const tags = [...tx.all('Tag')].filter(
    (id) => canSee(tx, user, id) && String(tx.get(id, 'name')).toLowerCase().includes(wanted),
  );
  return pageOf(tags, query).map(show);
}

function listOfProject(call: RestCall): RestValue {
  visibleProject(call, call.param('id'));
  return list(call);
}

function create(call: RestCall): ShowAfterwards {
  acceptKeys(call.body, ['name'], tagAttributeNames);
  requirePermission(call, 'CREATE_WATCH_FOLDER');
  const name = requiredText(call.body, 'name');
  return shown(call.tx.create('Tag', { name, owner: { ref: call.user } }));
}

function rename(call: RestCall): ShowAfterwards {
  acceptKeys(call.body, ['name'], tagAttributeNames);
  const tag = ownTag(call);
  call.tx.set(tag, 'name', requiredText(call.body, 'name'));
  return shown(tag);
}

function remove(call: RestCall): undefined {
  removeEntity(call.tx, ownTag(call));
}

/** A tag is changed by its owner alone. */
function ownTag(call: RestCall): Id {
  const tag = visibleTag(call, call.param('tag'));
  if (targetOf(call.tx, tag, 'owner') !== call.user)
    throw new RestError(403, 'Only its owner may change a tag.');
  return tag;
}

/** Whoever sees an issue may tag it: a tag is the tagging user's own mark on it. */
function add(call: RestCall, entity: Id): ShowAfterwards {
  const tag = bodyEntity(call, { value: call.body, keys: ['name'], find: visibleTag });
  call.tx.add(entity, 'tags', { ref: tag });
  return shown(tag);
}

function takeOff(call: RestCall, entity: Id): undefined {
  call.tx.delete(entity, 'tags', { ref: visibleTag(call, call.param('tag')) });
}
