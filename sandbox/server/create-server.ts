import { Hono } from 'hono';
import { BadSettingError } from '../apps/parse-setting.ts';
import type { Sandbox } from '../dispatch/sandbox.ts';
import { createAppRoutes } from '../rest/app-routes.ts';
import { createArticleRoutes } from '../rest/article-routes.ts';
import { createAttachmentRoutes } from '../rest/attachment-routes.ts';
import { createCommentRoutes } from '../rest/comment-routes.ts';
import { createIssueRoutes } from '../rest/issue-routes.ts';
import { createLinkRoutes } from '../rest/link-routes.ts';
import { createProjectAppRoutes } from '../rest/project-app-routes.ts';
import { createProjectRoutes } from '../rest/project-routes.ts';
import { RestError } from '../rest/rest-error.ts';
import { createSettingsRoutes } from '../rest/settings-routes.ts';
import { createTagRoutes } from '../rest/tag-routes.ts';
import { createUserRoutes } from '../rest/user-routes.ts';
import { checkUrl } from './check-url.ts';
import { createExtensionEndpoints } from './extension-endpoints.ts';

const rooms: readonly ((sandbox: Sandbox) => Hono)[] = [
  createExtensionEndpoints,
  createAppRoutes,
  createProjectAppRoutes,
  createIssueRoutes,
  createCommentRoutes,
  createLinkRoutes,
  createTagRoutes,
  createAttachmentRoutes,
  createArticleRoutes,
  createProjectRoutes,
  createUserRoutes,
  createSettingsRoutes,
];

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
  for (const createRoutes of rooms) server.route('/', createRoutes(sandbox));
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
