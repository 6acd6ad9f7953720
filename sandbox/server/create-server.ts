import { Hono } from 'hono';
import { BadSettingError } from '../apps/parse-setting.ts';
import type { Sandbox } from '../dispatch/sandbox.ts';
import { createAppRoutes } from '../rest/app-routes.ts';
import { createProjectAppRoutes } from '../rest/project-app-routes.ts';
import { RestError } from '../rest/rest-error.ts';
import { checkUrl } from './check-url.ts';
import { createExtensionEndpoints } from './extension-endpoints.ts';

/** What a server says beside its answers. */
export interface ServerReports {
  /** Told of every error that is the sandbox's own fault. */
  readonly onFault: (error: Error) => void;
}

/** Everything the server answers, as one function from request to response. */
export function createServer(sandbox: Sandbox, { onFault }: ServerReports): Hono {
  const server = new Hono();
  server.onError((error) => toErrorResponse(error, onFault));
  server.notFound(() => new RestError(404, 'HTTP 404 Not Found').toResponse());
  server.use(async ({ req }, next) => {
    checkUrl(new URL(req.url));
    await next();
  });
  server.route('/', createExtensionEndpoints(sandbox));
  server.route('/', createAppRoutes(sandbox));
  server.route('/', createProjectAppRoutes(sandbox));
  return server;
}

/** The only place that turns what was thrown into an answer. */
function toErrorResponse(error: Error, onFault: ServerReports['onFault']): Response {
  if (error instanceof RestError) return error.toResponse();
  if (isRefusal(error)) return new RestError(400, error.message).toResponse();
  onFault(error);
  return new RestError(500, 'The sandbox failed to answer; its own output says why.').toResponse();
}

/** A package or a setting the caller can put right. Packages are refused by more than one room. */
function isRefusal(error: Error): boolean {
  return error instanceof BadSettingError || error.name.endsWith('PackageError');
}
