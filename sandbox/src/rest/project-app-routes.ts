import { type Context, Hono } from 'hono';
import type { UsageRecord } from '../apps/app-record.ts';
import { attachApp } from '../apps/attach-app.ts';
import type { InstalledApp } from '../apps/installed-app.ts';
import { isJsonObject, type JsonObject } from '../apps/json.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { logInactivityOf } from '../rules/log-inactivity.ts';
import type { Id } from '../world/transaction.ts';
import { type AppPurpose, allowedProject, existingApp, notFound } from './app-access.ts';
import { changeProjectConfiguration } from './change-app-settings.ts';
import { appSubject } from './entities/app-entity.ts';
import { showAppLevel } from './entities/app-settings-entity.ts';
import type { RestValue } from './entities/present.ts';
import type { Scope } from './entities/scope.ts';
import { openScope } from './open-scope.ts';
import { pageOf } from './page-of.ts';
import { answer, readBody } from './rest-call.ts';
import { RestError } from './rest-error.ts';

/** Attachment of apps to a project and their settings there. Source: the source of `@jetbrains/youtrack-apps-tools`. */
export function createProjectAppRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  const base = '/api/admin/projects/:project/appConfigurations';
  routes.get(base, (context) => list(sandbox, context));
  routes.post(base, (context) => attach(sandbox, context));
  routes.get(`${base}/:usage`, (context) => showUsage(sandbox, context));
  routes.post(`${base}/:usage`, (context) => update(sandbox, context));
  routes.delete(`${base}/:usage`, (context) => detach(sandbox, context));
  return routes;
}

interface Attachment {
  readonly app: InstalledApp;
  readonly usage: UsageRecord;
}

function list(sandbox: Sandbox, context: Context): Promise<Response> {
  return show(sandbox, context, (scope, project) =>
    pageOf(attachments(sandbox, project), new URL(context.req.url).searchParams).map(({ app, usage }) =>
      showAppLevel(appSubject(scope, app), usage),
    ),
  );
}

function showUsage(sandbox: Sandbox, context: Context): Promise<Response> {
  return show(sandbox, context, (scope, project) => {
    const { app, usage } = attachment(sandbox, context, project);
    return showAppLevel(appSubject(scope, app), usage);
  });
}

async function attach(sandbox: Sandbox, context: Context): Promise<Response> {
  const body = await readBody(context);
  const project = await allow(sandbox, context);
  const app = readApp(sandbox, body);
  await sandbox.apps.change(app, (tx, { usages }) => {
    if (!usages.has(project)) attachApp(tx, { app: app.id, project });
  });
  await changeUsage(sandbox, { app, project, body });
  return show(sandbox, context, (scope) =>
    showAppLevel(appSubject(scope, app), sandbox.apps.record(app).usages.get(project)),
  );
}

async function update(sandbox: Sandbox, context: Context): Promise<Response> {
  const body = await readBody(context);
  const project = await allow(sandbox, context);
  const { app } = attachment(sandbox, context, project);
  await changeUsage(sandbox, { app, project, body });
  return showUsage(sandbox, context);
}

/** Changes the attachment as it is stored by then, not as it was when the request arrived. */
async function changeUsage(
  sandbox: Sandbox,
  { app, project, body }: { app: InstalledApp; project: Id; body: JsonObject },
): Promise<void> {
  await sandbox.apps.change(app, (tx, { usages }) => {
    const usage = usages.get(project);
    if (usage !== undefined) changeProjectConfiguration(tx, { app, usage, body });
  });
  await logInactivityOf(sandbox.world, app);
}

async function detach(sandbox: Sandbox, context: Context): Promise<Response> {
  const { app, usage } = attachment(sandbox, context, await allow(sandbox, context));
  await sandbox.apps.change(app, (tx) => tx.remove(usage.id));
  return new Response(null, { status: 200 });
}

/** `{"app":{"id":"…"}}`; the app's name serves as well as its id. */
function readApp(sandbox: Sandbox, { app }: JsonObject): InstalledApp {
  const { id, name } = isJsonObject(app) ? app : {};
  const key = id ?? name;
  if (typeof key !== 'string') throw new RestError(400, 'The body must name the app: {"app":{"id":"…"}}.');
  return existingApp(sandbox, key);
}

function attachments(sandbox: Sandbox, project: Id): Attachment[] {
  return sandbox.apps.all().flatMap((app) => {
    const usage = sandbox.apps.record(app).usages.get(project);
    return usage === undefined ? [] : [{ app, usage }];
  });
}

/** The attachment a path names, by its own id or the app's. */
function attachment(sandbox: Sandbox, { req }: Context, project: Id): Attachment {
  const key = req.param('usage') ?? '';
  const found = attachments(sandbox, project).find(
    ({ app, usage }) => usage.id === key || app.id === key || app.package.name === key,
  );
  if (found === undefined) throw notFound('AppConfiguration', key);
  return found;
}

function allow(sandbox: Sandbox, context: Context): Promise<Id> {
  return sandbox.world.transactions.run('read', (tx) =>
    requestedProject(openScope(sandbox, tx, context), context, 'update'),
  );
}

function show(
  sandbox: Sandbox,
  context: Context,
  work: (scope: Scope, project: Id) => RestValue,
): Promise<Response> {
  return sandbox.world.transactions.run('read', (tx) => {
    const scope = openScope(sandbox, tx, context);
    return answer(context, work(scope, requestedProject(scope, context, 'read')));
  });
}

function requestedProject(scope: Scope, { req }: Context, purpose: AppPurpose): Id {
  return allowedProject(scope, req.param('project') ?? '', purpose);
}
