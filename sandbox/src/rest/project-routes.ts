import { type Handler, Hono } from 'hono';
import { attachToNewProject } from '../apps/attach-app.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee } from '../world/access.ts';
import { fieldsOf } from '../world/custom-fields.ts';
import { findProject } from '../world/lookup.ts';
import { removeEntity } from '../world/remove-entity.ts';
import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { notFound } from './app-access.ts';
import { bodyEntity, bodyFlag, bodyText, requiredText } from './body-values.ts';
import type { RestValue } from './entities/present.ts';
import { projectAttributeNames } from './entities/project-entity.ts';
import { listIssues } from './list-issues.ts';
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
import { visibleProject, visibleUser } from './visible-entity.ts';

/** Projects and their custom fields. Source: "Projects" of JetBrains' REST reference. */
export function createProjectRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  const one = '/api/admin/projects/:id';
  routes.get('/api/admin/projects', reading(sandbox, list));
  routes.post('/api/admin/projects', withAttachments(sandbox, writing(sandbox, create)));
  routes.get(
    one,
    reading(sandbox, (call) => call.show(requestedProject(call))),
  );
  routes.post(one, writing(sandbox, update));
  routes.delete(one, withAttachments(sandbox, writing(sandbox, remove)));
  routes.get(
    `${one}/issues`,
    reading(sandbox, (call) => listIssues(call, requestedProject(call))),
  );
  routes.get(
    `${one}/customFields`,
    reading(sandbox, (call) => pageOf(fieldsOf(call.tx, requestedProject(call)), call.query).map(call.show)),
  );
  routes.get(`${one}/customFields/:field`, reading(sandbox, showField));
  return routes;
}

/** Apps are attached to a new project, and no longer to one that is gone. */
function withAttachments(sandbox: Sandbox, handler: Handler): Handler {
  return async (context, next) => {
    const response = await handler(context, next);
    await sandbox.apps.refresh();
    return response;
  };
}

function list({ tx, user, query, show }: RestCall): RestValue {
  const wanted = query.get('query')?.toLowerCase() ?? '';
  const projects = [...tx.all('Project')].filter(
    (id) =>
      canSee(tx, user, id) && `${tx.get(id, 'key')} ${tx.get(id, 'name')}`.toLowerCase().includes(wanted),
  );
  return pageOf(projects, query).map(show);
}

function create(call: RestCall): ShowAfterwards {
  const { tx, body } = call;
  acceptKeys(body, ['shortName', 'name', 'description', 'leader'], projectAttributeNames);
  requirePermission(call, 'CREATE_PROJECT');
  const key = requiredText(body, 'shortName');
  if (!/^[A-Za-z]\w*$/.test(key)) throw new RestError(400, 'A project key must begin with a letter.');
  if (findProject(tx, key) !== undefined) throw new RestError(400, `There is a project ${key} already.`);
  const project = tx.create('Project', {
    key,
    name: requiredText(body, 'name'),
    description: bodyText(body, 'description') ?? null,
    leader: { ref: body.leader === undefined ? call.user : leaderOf(call) },
  });
  attachToNewProject(tx, project);
  return shown(project);
}

function update(call: RestCall): ShowAfterwards {
  const { tx, body } = call;
  acceptKeys(body, ['name', 'description', 'leader', 'archived'], projectAttributeNames);
  const project = requestedProject(call);
  requirePermission(call, 'UPDATE_PROJECT', project);
  if (body.name !== undefined) tx.set(project, 'name', requiredText(body, 'name'));
  const description = bodyText(body, 'description');
  if (description !== undefined) tx.set(project, 'description', description);
  const archived = bodyFlag(body, 'archived');
  if (archived !== undefined) tx.set(project, 'isArchived', archived);
  if (body.leader !== undefined) tx.set(project, 'leader', { ref: leaderOf(call) });
  return shown(project);
}

function remove(call: RestCall): undefined {
  const project = requestedProject(call);
  requirePermission(call, 'DELETE_PROJECT', project);
  removeEntity(call.tx, project);
}

function showField(call: RestCall): RestValue {
  const field = fieldsOf(call.tx, requestedProject(call)).find((id) => id === call.param('field'));
  if (field === undefined) throw notFound('ProjectCustomField', call.param('field'));
  return call.show(field);
}

function leaderOf(call: RestCall): Id {
  return bodyEntity(call, { value: call.body.leader, keys: ['login'], find: visibleUser });
}

function requestedProject(call: RestCall): Id {
  return visibleProject(call, call.param('id'));
}
