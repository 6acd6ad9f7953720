import { type Context, Hono } from 'hono';
import { addLink, removeLink } from '../change-links.ts';
import type { TrackerIssue } from '../issue-book.ts';
import { chooseLanguage } from '../language.ts';
import { isLocked } from '../locked.ts';
import type { Tracker } from '../tracker.ts';
import { refuse } from './api-error.ts';
import { authenticate } from './authenticate.ts';
import { checkOrganization } from './check-organization.ts';
import { pageOf } from './page-of.ts';
import { parseNewLink } from './parse-new-link.ts';
import { searchIssues } from './search-issues.ts';
import { type JsonView, toIssueJson } from './to-issue-json.ts';
import { toApplicationJson, toLinkJson } from './to-link-json.ts';
import { toMyselfJson } from './to-myself-json.ts';
import { toQueueJson } from './to-queue-json.ts';

type Api = { Variables: { login: string } };

/** Tracker's REST API, version 3, as far as facts/tracker.md §2 goes; to be mounted under `/v3`. */
export function createApi(tracker: Tracker): Hono<Api> {
  const api = new Hono<Api>();
  api.use(async (context, next) => {
    const login = authenticate(tracker.store, context.req.header('authorization'));
    if (login === undefined) return refuse(context, 'unauthorized');
    const stranger = checkOrganization(tracker.store, context);
    if (stranger !== undefined) return refuse(context, stranger);
    context.set('login', login);
    return await next();
  });
  api.get('/myself', (context) => context.json(toMyselfJson(viewOf(tracker, context), context.get('login'))));
  api.get('/applications', (context) => {
    const { origin } = viewOf(tracker, context);
    return context.json(
      tracker.store.applications().map((application) => toApplicationJson(origin, application)),
    );
  });
  addQueueRoutes(api, tracker);
  addIssueRoutes(api, tracker);
  addLinkRoutes(api, tracker);
  api.all('*', (context) => refuse(context, 'notEmulated'));
  return api;
}

function addQueueRoutes(api: Hono<Api>, tracker: Tracker): void {
  const { store } = tracker;
  api.get('/queues', (context) => {
    const view = viewOf(tracker, context);
    const page = pageOf(store.queues(), context.req.query());
    if (page === undefined) return refuse(context, 'badPage');
    return context.json(
      page.items.map((queue) => toQueueJson(view, queue)),
      200,
      page.headers,
    );
  });
  api.get('/queues/:queue', (context) => {
    const wanted = context.req.param('queue');
    const queue = store.findQueue(wanted) ?? store.queues()[Number(wanted) - 1];
    if (queue === undefined) return refuse(context, 'noQueue');
    return context.json(toQueueJson(viewOf(tracker, context), queue));
  });
}

function addIssueRoutes(api: Hono<Api>, tracker: Tracker): void {
  api.post('/issues/_search', async (context) => {
    const { page, perPage } = context.req.query();
    const found = searchIssues(tracker.store, { body: await readJson(context), page, perPage });
    if (typeof found === 'string') return refuse(context, found);
    const view = viewOf(tracker, context);
    return context.json(
      found.items.map((issue) => toIssueJson(view, issue)),
      200,
      found.headers,
    );
  });
  api.get('/issues/:issue', (context) => {
    const issue = issueOf(tracker, context);
    if (issue === undefined) return refuse(context, 'noIssue');
    return context.json(toIssueJson(viewOf(tracker, context), issue));
  });
  api.post('/issues/:issue/_move', (context) => {
    const issue = issueOf(tracker, context);
    if (issue === undefined) return refuse(context, 'noIssue');
    const queue = tracker.store.findQueue(context.req.query('queue') ?? '');
    if (queue === undefined) return refuse(context, 'noQueue');
    if (isLocked(tracker.store, issue, context.get('login'))) return refuse(context, 'locked');
    tracker.store.moveIssue(issue, queue);
    return context.json(toIssueJson(viewOf(tracker, context), issue));
  });
}

function addLinkRoutes(api: Hono<Api>, tracker: Tracker): void {
  api.get('/issues/:issue/remotelinks', (context) => {
    const issue = issueOf(tracker, context);
    if (issue === undefined) return refuse(context, 'noIssue');
    const view = viewOf(tracker, context);
    return context.json(tracker.store.linksOf(issue).map((link) => toLinkJson(view, { issue, link })));
  });
  api.post('/issues/:issue/remotelinks', async (context) => {
    const issue = issueOf(tracker, context);
    if (issue === undefined) return refuse(context, 'noIssue');
    const json = await readJson(context);
    if (json === undefined) return refuse(context, 'badJson');
    const parsed = parseNewLink(tracker.store, json);
    if ('errors' in parsed) return refuse(context, 'invalid', { errors: parsed.errors });
    const createdBy = context.get('login');
    if (isLocked(tracker.store, issue, createdBy)) return refuse(context, 'locked');
    const wanted = { issue, application: parsed.origin, key: parsed.key, createdBy, via: 'api' } as const;
    const isRepeated = tracker.store.findSameLink(wanted) !== undefined;
    if (isRepeated && tracker.store.modes().repeatedLink === 'conflict') return refuse(context, 'conflict');
    const { link } = await addLink(tracker, wanted, { backlink: context.req.query('backlink') === 'true' });
    return context.json(toLinkJson(viewOf(tracker, context), { issue, link }), 201);
  });
  api.delete('/issues/:issue/remotelinks/:link', async (context) => {
    const issue = issueOf(tracker, context);
    if (issue === undefined) return refuse(context, 'noIssue');
    const link = tracker.store.findLink(issue, Number(context.req.param('link')));
    if (link === undefined) return refuse(context, 'noLink');
    if (isLocked(tracker.store, issue, context.get('login'))) return refuse(context, 'locked');
    await removeLink(tracker, { issue, link });
    return context.body(null, 204);
  });
}

function viewOf(tracker: Tracker, context: Context): JsonView {
  const language = chooseLanguage(context.req.header('accept-language'));
  return { store: tracker.store, origin: new URL(context.req.url).origin, language };
}

function issueOf(tracker: Tracker, context: Context): TrackerIssue | undefined {
  return tracker.store.findIssue(context.req.param('issue') ?? '');
}

/** Undefined when the body is no JSON: no JSON text means undefined. */
async function readJson(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    // The caller refuses it as `badJson`.
    return undefined;
  }
}
