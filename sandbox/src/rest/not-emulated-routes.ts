import { Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { RestError } from './rest-error.ts';

/** Resources of JetBrains' REST reference that the sandbox has nothing for: a clear answer instead of "not found". */
const paths = [
  '/api/admin/customFieldSettings',
  '/api/admin/databaseBackup',
  '/api/admin/organizations',
  '/api/admin/telemetry',
  '/api/admin/timeTrackingSettings',
  '/api/issues/:id/vcsChanges',
  '/api/issues/:id/voters',
  '/api/issues/:id/watchers',
  '/api/reports',
  '/api/savedQueries',
  '/api/sortedIssues',
  '/api/users/:id/savedQueries',
] as const;

/** Answers 501 and says which resource it is. */
export function createNotEmulatedRoutes(_sandbox: Sandbox): Hono {
  const routes = new Hono();
  for (const path of paths) {
    for (const pattern of [path, `${path}/*`]) routes.all(pattern, refuse);
  }
  return routes;
}

function refuse({ req }: { readonly req: { readonly path: string } }): never {
  throw new RestError(501, `The sandbox does not emulate ${req.path}.`);
}
