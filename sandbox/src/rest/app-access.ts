import type { Context } from 'hono';
import type { InstalledApp } from '../apps/installed-app.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee, hasPermission } from '../world/access.ts';
import { findProject } from '../world/lookup.ts';
import type { Id } from '../world/transaction.ts';
import type { RestValue } from './entities/present.ts';
import type { Scope } from './entities/scope.ts';
import { openScope } from './open-scope.ts';
import { answer } from './rest-call.ts';
import { RestError } from './rest-error.ts';

/** What a caller wants of an app: to look at it, or to change it. */
export type AppPurpose = 'read' | 'update';

/**
 * Answers a question about apps in a read transaction of its own.
 * @param work what to show, once the caller may ask
 * @throws RestError 403 for callers who do not administer apps
 */
export function showToAdministrator(
  sandbox: Sandbox,
  context: Context,
  work: (scope: Scope) => RestValue | undefined,
): Promise<Response> {
  return sandbox.world.transactions.run('read', (tx) => {
    const scope = openScope(sandbox, tx, context);
    requireAppPermission(scope, 'read');
    return answer(context, work(scope));
  });
}

/** Lets a caller change apps, or refuses. @throws RestError 401, 403 */
export function allowUpdate(sandbox: Sandbox, context: Context): Promise<void> {
  return sandbox.world.transactions.run('read', (tx) =>
    requireAppPermission(openScope(sandbox, tx, context), 'update'),
  );
}

/** @throws RestError 403 */
export function requireAppPermission({ tx, user }: Scope, purpose: AppPurpose): void {
  const keys = purpose === 'read' ? ['ADMIN_READ_APP', 'ADMIN_UPDATE_APP'] : ['ADMIN_UPDATE_APP'];
  if (!keys.some((key) => hasPermission(tx, user, key))) {
    throw new RestError(403, `You do not have the permission ${keys[0]}.`);
  }
}

/**
 * The project of a request on its apps: its administrators may look and change, as may those of apps.
 * @throws RestError 404 when the caller cannot see it, 403
 */
export function allowedProject(scope: Scope, key: string, purpose: AppPurpose): Id {
  const project = findProject(scope.tx, key);
  if (project === undefined || !canSee(scope.tx, scope.user, project)) throw notFound('Project', key);
  if (!hasPermission(scope.tx, scope.user, 'UPDATE_PROJECT', project)) requireAppPermission(scope, purpose);
  return project;
}

/** @throws RestError 404 */
export function existingApp(sandbox: Sandbox, nameOrId: string): InstalledApp {
  const app = sandbox.apps.find(nameOrId) ?? sandbox.apps.find(nameOrId.replace(/^@/, ''));
  if (app === undefined) throw notFound('App', nameOrId);
  return app;
}

export function notFound(type: string, id: string): RestError {
  return new RestError(404, `${type} with id ${id.slice(0, 100)} not found`);
}
