import { Hono } from 'hono';
import { searchIssues } from '../context/search/search-issues.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee } from '../world/access.ts';
import { findUser } from '../world/lookup.ts';
import { removeEntity } from '../world/remove-entity.ts';
import type { Id } from '../world/transaction.ts';
import { createWorkItem, midnightOf } from '../world/work-items.ts';
import { acceptKeys } from './accept-keys.ts';
import { bodyText } from './body-values.ts';
import { createRestEntity, type RestValue } from './entities/present.ts';
import { targetOf } from './entities/stored-attributes.ts';
import { showWorkItems, workItemAttributeNames } from './entities/work-item-entity.ts';
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
import { visibleIssue, visiblePart, visibleProject } from './visible-entity.ts';
import { readAuthor, readDate, readMinutes, readType } from './work-item-body.ts';

const writableAttributes = ['date', 'duration', 'text', 'type', 'author'];

/** Work done on issues. Source: "Issue Work Items", "Work Items", "Time Tracking Settings" of JetBrains' REST reference. */
export function createWorkItemRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  const base = '/api/issues/:id/timeTracking';
  routes.get(base, reading(sandbox, showTracker));
  routes.get(
    `${base}/workItems`,
    reading(sandbox, (call) => pageOf(showItems(call), call.query)),
  );
  routes.post(`${base}/workItems`, writing(sandbox, create));
  routes.get(
    `${base}/workItems/:item`,
    reading(sandbox, (call) => call.show(requestedItem(call))),
  );
  routes.post(`${base}/workItems/:item`, writing(sandbox, update));
  routes.delete(`${base}/workItems/:item`, writing(sandbox, remove));
  routes.get('/api/workItems', reading(sandbox, listAll));
  routes.get('/api/workItems/:item', reading(sandbox, showOne));
  routes.get(
    '/api/admin/timeTrackingSettings/workItemTypes',
    reading(sandbox, ({ tx, query, show }) => pageOf(tx.all('WorkItemType'), query).map(show)),
  );
  routes.get('/api/admin/projects/:id/timeTrackingSettings', reading(sandbox, showProjectSettings));
  routes.get(
    '/api/admin/projects/:id/timeTrackingSettings/workItemTypes',
    reading(sandbox, ({ tx, query, show }) => pageOf(tx.all('WorkItemType'), query).map(show)),
  );
  return routes;
}

function showItems(call: RestCall): RestValue[] {
  return showWorkItems({ ...call, id: visibleIssue(call, call.param('id')) });
}

function showTracker(call: RestCall): RestValue {
  const attributes = { workItems: () => showItems(call), enabled: () => true, draftWorkItem: () => null };
  return createRestEntity(
    { $type: 'IssueTimeTracker', id: visibleIssue(call, call.param('id')) },
    attributes,
    undefined,
  );
}

function showProjectSettings(call: RestCall): RestValue {
  const id = visibleProject(call, call.param('id'));
  const attributes = {
    enabled: () => true,
    project: () => call.show(id),
    workItemTypes: () => [...call.tx.all('WorkItemType')].map(call.show),
  };
  return createRestEntity({ $type: 'ProjectTimeTrackingSettings', id }, attributes, undefined);
}

/** Cut down by `query` (of issues), `author`, `creator`, `start`, `end` and `startDate`, `endDate`. */
function listAll(call: RestCall): RestValue {
  const { tx, user, query, show, now } = call;
  const text = query.get('query')?.trim() ?? '';
  const issues =
    text === '' ? undefined : new Set(searchIssues({ tx, user, now, query: text, folder: undefined }));
  const [from, to] = [readDay(query, 'startDate'), readDay(query, 'endDate')];
  const [author, creator] = ['author', 'creator'].map((name) => readUser(call, name));
  const items = [...tx.all('IssueWorkItem')].filter((item) => {
    const date = Number(tx.get(item, 'date'));
    return (
      canSee(tx, user, item) &&
      (issues === undefined || issues.has(targetOf(tx, item, 'issue') ?? '')) &&
      (from === undefined || date >= from) &&
      (to === undefined || date <= to) &&
      (author === undefined || targetOf(tx, item, 'author') === author) &&
      (creator === undefined || targetOf(tx, item, 'creator') === creator)
    );
  });
  return pageOf(items, query).map(show);
}

function showOne(call: RestCall): RestValue {
  const id = call.param('item');
  return call.show(visiblePart(call, { id, owner: 'issue', of: targetOf(call.tx, id, 'issue') ?? '' }));
}

function create(call: RestCall): ShowAfterwards {
  const { tx, user, now, body } = call;
  acceptKeys(body, writableAttributes, workItemAttributeNames);
  const issue = visibleIssue(call, call.param('id'));
  const author = readAuthor(call);
  requirePermission(
    call,
    author === user ? 'CREATE_WORK_ITEM' : 'CREATE_NOT_OWN_WORK_ITEM',
    targetOf(tx, issue, 'project'),
  );
  const minutes = readMinutes(body);
  if (minutes === undefined) throw new RestError(400, '"duration" is required: {"minutes":60}.');
  const [text, type] = [bodyText(body, 'text') ?? undefined, readType(call)];
  return shown(
    createWorkItem(tx, {
      issue,
      author,
      creator: user,
      minutes,
      date: readDate(body) ?? now,
      now,
      text,
      type,
    }),
  );
}

function update(call: RestCall): ShowAfterwards {
  const { tx, body, now } = call;
  acceptKeys(body, writableAttributes, workItemAttributeNames);
  const item = requestedItem(call);
  requireForItem(call, item);
  const minutes = readMinutes(body);
  const date = readDate(body);
  const text = bodyText(body, 'text');
  if (minutes !== undefined) tx.set(item, 'duration', minutes);
  if (date !== undefined) tx.set(item, 'date', midnightOf(date));
  if (text !== undefined) tx.set(item, 'description', text);
  if (body.type !== undefined)
    tx.set(item, 'type', body.type === null ? null : { ref: readType(call) ?? '' });
  if (body.author !== undefined) tx.set(item, 'author', { ref: readAuthor(call) });
  tx.set(item, 'updated', now);
  return shown(item);
}

function remove(call: RestCall): undefined {
  const item = requestedItem(call);
  requireForItem(call, item);
  removeEntity(call.tx, item);
}

function requireForItem(call: RestCall, item: Id): void {
  const { tx, user } = call;
  const isOwn = targetOf(tx, item, 'author') === user;
  const project = targetOf(tx, targetOf(tx, item, 'issue') ?? '', 'project');
  requirePermission(call, isOwn ? 'UPDATE_WORK_ITEM' : 'UPDATE_NOT_OWN_WORK_ITEM', project);
}

function requestedItem(call: RestCall): Id {
  const issue = visibleIssue(call, call.param('id'));
  return visiblePart(call, { id: call.param('item'), owner: 'issue', of: issue });
}

function readUser({ tx, user, query }: RestCall, name: string): Id | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  const found = text === 'me' ? user : findUser(tx, text);
  if (found === undefined) throw new RestError(400, `There is no user ${text.slice(0, 100)}.`);
  return found;
}

function readDay(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new RestError(400, `"${name}" must be a date like 2026-01-31.`);
  return time;
}
