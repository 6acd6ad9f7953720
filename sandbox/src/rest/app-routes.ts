import { type Context, Hono } from 'hono';
import { unpackPackage } from '../apps/load-package.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { logInactivityOf } from '../rules/log-inactivity.ts';
import { allowUpdate, existingApp, showToAdministrator } from './app-access.ts';
import { changeGlobalConfiguration } from './change-app-settings.ts';
import { appSubject, showApp } from './entities/app-entity.ts';
import { showLogEntry } from './entities/app-log-entity.ts';
import { moduleId } from './entities/app-part-entities.ts';
import { showAppLevel } from './entities/app-settings-entity.ts';
import { present } from './entities/present.ts';
import { pageOf } from './page-of.ts';
import { parseFields } from './parse-fields.ts';
import { readBody } from './rest-call.ts';
import { RestError } from './rest-error.ts';

const logFields = parseFields('id,level,timestamp,username,script,message,stacktrace');

/**
 * Administration of apps: what the user interface and JetBrains' `youtrack-app` call. Workflows are apps of an older
 * name, so `/api/admin/workflows` answers the same. Source: the source of `@jetbrains/youtrack-apps-tools`.
 */
export function createAppRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  for (const base of ['/api/admin/apps', '/api/admin/workflows']) {
    routes.post(`${base}/import`, (context) => importApp(sandbox, context));
    routes.get(base, (context) => listApps(sandbox, context));
    routes.get(`${base}/:app`, (context) => showOrDownload(sandbox, context));
    routes.post(`${base}/:app`, (context) => updateGlobally(sandbox, context));
    routes.delete(`${base}/:app`, (context) => removeApp(sandbox, context));
    routes.get(`${base}/:app/globalConfig`, (context) => showGlobally(sandbox, context));
    routes.post(`${base}/:app/globalConfig`, (context) => updateGlobally(sandbox, context));
    routes.get(`${base}/:app/usages`, (context) => listUsages(sandbox, context));
    routes.get(`${base}/:app/logs`, (context) => listLogs(sandbox, context));
    routes.get(`${base}/:app/rules/:rule/logs`, (context) => listLogs(sandbox, context));
  }
  return routes;
}

async function importApp(sandbox: Sandbox, context: Context): Promise<Response> {
  await allowUpdate(sandbox, context);
  const form = await context.req.formData().catch(() => undefined);
  const file = form?.get('file');
  if (!(file instanceof Blob))
    throw new RestError(400, 'The package must come as the field "file" of a multipart form.');
  const app = await sandbox.apps.install(unpackPackage(new Uint8Array(await file.arrayBuffer())));
  await logInactivityOf(sandbox.world, app);
  return showToAdministrator(sandbox, context, (scope) => showApp(appSubject(scope, app)));
}

function listApps(sandbox: Sandbox, context: Context): Promise<Response> {
  const query = new URL(context.req.url).searchParams;
  const wanted = query.get('query')?.toLowerCase() ?? '';
  return showToAdministrator(sandbox, context, (scope) => {
    const apps = sandbox.apps
      .all()
      .filter(({ package: { name, title } }) => `${name} ${title}`.toLowerCase().includes(wanted));
    return pageOf(apps, query).map((app) => showApp(appSubject(scope, app)));
  });
}

function showOrDownload(sandbox: Sandbox, context: Context): Promise<Response> {
  if (context.req.header('accept')?.includes('application/zip')) return download(sandbox, context);
  return showToAdministrator(sandbox, context, (scope) =>
    showApp(appSubject(scope, requested(sandbox, context))),
  );
}

async function download(sandbox: Sandbox, context: Context): Promise<Response> {
  let archive = new Uint8Array();
  let name = '';
  await showToAdministrator(sandbox, context, () => {
    const { package: appPackage } = requested(sandbox, context);
    archive = new Uint8Array(appPackage.archive);
    name = appPackage.name;
    return null;
  });
  return new Response(archive, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}.zip"`,
    },
  });
}

async function removeApp(sandbox: Sandbox, context: Context): Promise<Response> {
  await allowUpdate(sandbox, context);
  await sandbox.apps.remove(requested(sandbox, context).package.name);
  return new Response(null, { status: 200 });
}

function showGlobally(sandbox: Sandbox, context: Context): Promise<Response> {
  return showToAdministrator(sandbox, context, (scope) =>
    showAppLevel(appSubject(scope, requested(sandbox, context)), undefined),
  );
}

async function updateGlobally(sandbox: Sandbox, context: Context): Promise<Response> {
  const body = await readBody(context);
  await allowUpdate(sandbox, context);
  const app = requested(sandbox, context);
  await sandbox.apps.change(app, (tx, record) => changeGlobalConfiguration(tx, { app, record, body }));
  await logInactivityOf(sandbox.world, app);
  return showGlobally(sandbox, context);
}

function listUsages(sandbox: Sandbox, context: Context): Promise<Response> {
  return showToAdministrator(sandbox, context, (scope) => {
    const subject = appSubject(scope, requested(sandbox, context));
    const usages = [...subject.record.usages.values()].filter(
      ({ project }) => scope.tx.typeOf(project) !== undefined,
    );
    return pageOf(usages, new URL(context.req.url).searchParams).map((usage) => showAppLevel(subject, usage));
  });
}

/** The newest lines first, those of one script when the path names it. */
function listLogs(sandbox: Sandbox, context: Context): Promise<Response> {
  const query = new URL(context.req.url).searchParams;
  return showToAdministrator(sandbox, context, () => {
    const app = requested(sandbox, context);
    const rule = context.req.param('rule');
    const entries = app
      .logs()
      .filter(
        ({ script }) => rule === undefined || script === rule || moduleId({ app }, script ?? '') === rule,
      );
    const page = pageOf([...entries].reverse(), query).map(showLogEntry);
    return query.has('fields') ? page : { plain: present(page, logFields) };
  });
}

function requested(sandbox: Sandbox, { req }: Context) {
  return existingApp(sandbox, req.param('app') ?? '');
}
