import { join } from 'node:path';
import { Hono } from 'hono';
import { BadSettingError } from '../apps/parse-setting.ts';
import type { WatchedApps } from '../apps/watched-apps.ts';
import { ScriptError } from '../context/execute.ts';
import { SearchError } from '../context/search/search-error.ts';
import { WorkflowError } from '../context/workflow-error.ts';
import { logRefusal } from '../dispatch/explain-refusal.ts';
import { createInspector } from '../inspector/create-inspector.ts';
import { noteRequests } from '../inspector/note-requests.ts';
import { createMcpRoutes } from '../mcp/create-mcp-routes.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { refuseStrangers } from '../refuse-strangers.ts';
import { createActivityRoutes } from '../rest/activity-routes.ts';
import { createAppRoutes } from '../rest/app-routes.ts';
import { createArticleRoutes } from '../rest/article-routes.ts';
import { createAttachmentRoutes } from '../rest/attachment-routes.ts';
import { createBoardRoutes } from '../rest/board-routes.ts';
import { createCommandRoutes } from '../rest/command-routes.ts';
import { createCommentRoutes } from '../rest/comment-routes.ts';
import { createDraftRoutes } from '../rest/draft-routes.ts';
import { createIssueRoutes } from '../rest/issue-routes.ts';
import { createLinkRoutes } from '../rest/link-routes.ts';
import { createProjectAppRoutes } from '../rest/project-app-routes.ts';
import { createProjectRoutes } from '../rest/project-routes.ts';
import { RestError } from '../rest/rest-error.ts';
import { createRoleRoutes } from '../rest/role-routes.ts';
import { createSettingsRoutes } from '../rest/settings-routes.ts';
import { createTagRoutes } from '../rest/tag-routes.ts';
import { createUserRoutes } from '../rest/user-routes.ts';
import { createWorkItemRoutes } from '../rest/work-item-routes.ts';
import { CommandError } from '../rules/commands/command-error.ts';
import { whyInactive } from '../rules/why-inactive.ts';
import { createWidgetHost } from '../widget-host/create-widget-host.ts';
import { createFaults } from '../widget-host/faults.ts';
import type { HostedSandbox } from '../widget-host/hosted-sandbox.ts';
import { CommitRefusedError } from '../world/commit-refused-error.ts';
import { answerUnrouted } from './answer-unrouted.ts';
import { createBeginningControl } from './beginning-control.ts';
import { checkUrl } from './check-url.ts';
import { createCommitControls } from './commit-controls.ts';
import { createExtensionEndpoints } from './extension-endpoints.ts';
import { createSandboxControls } from './sandbox-controls.ts';

const rooms: readonly ((sandbox: Sandbox) => Hono)[] = [
  createExtensionEndpoints,
  createAppRoutes,
  createProjectAppRoutes,
  createIssueRoutes,
  createCommentRoutes,
  createLinkRoutes,
  createTagRoutes,
  createAttachmentRoutes,
  createActivityRoutes,
  createArticleRoutes,
  createBoardRoutes,
  createWorkItemRoutes,
  createProjectRoutes,
  createDraftRoutes,
  createUserRoutes,
  createCommandRoutes,
  createRoleRoutes,
  createSettingsRoutes,
  createMcpRoutes,
  createSandboxControls,
  createCommitControls,
];

/** What a server needs besides the sandbox. */
export interface ServerOptions {
  /** The folder `dist/` of the sandbox. */
  readonly buildFolder: string;
  /** Names the server is asked for by, beside those of this machine: mapped hosts. */
  readonly names?: readonly string[];
  /** The apps whose files are watched; undefined, or nothing at all, when none are. */
  readonly watched?: () => WatchedApps | undefined;
  /** Brings back what was there right after the start. */
  readonly reset?: () => Promise<void>;
  /** From now on `reset` brings back what there is now. */
  readonly keepBeginning?: () => Promise<void>;
  /** Told of every error that is the sandbox's own fault. */
  readonly onFault: (error: Error) => void;
}

/** Everything the server answers, as one function from request to response. */
export function createServer(sandbox: Sandbox, options: ServerOptions): Hono {
  const { buildFolder, names = [], onFault, reset, watched = () => undefined } = options;
  const server = new Hono();
  const faults = createFaults();
  server.onError((error, { req }) => {
    if (error instanceof RestError && error.reason !== undefined)
      logRefusal(sandbox, { method: req.method, path: req.path, status: error.status, reason: error.reason });
    return toErrorResponse(error, onFault);
  });
  server.notFound((context) => answerUnrouted(server, context));
  server.use(refuseStrangers(names));
  server.use(async ({ req }, next) => {
    checkUrl(new URL(req.url));
    await next();
  });
  for (const path of ['/api/*', '/mcp'])
    server.use(
      path,
      noteRequests(sandbox.journal, () => sandbox.clock.now()),
    );
  server.use('/api/*', faults.middleware);
  server.route('/', faults.routes);
  server.route('/', createBeginningControl(options.keepBeginning));
  for (const createRoutes of rooms) server.route('/', createRoutes(sandbox));
  const hosted = { ...hostedBy(sandbox), watched };
  server.route('/', createInspector(sandbox, { hosted, reset, isRefusal }));
  server.route('/', createWidgetHost(hosted, { pageFolder: join(buildFolder, 'page') }));
  return server;
}

function hostedBy({ world, apps, youtrack }: Sandbox): HostedSandbox {
  return {
    world,
    apps,
    youtrack,
    inactivityOf(tx, { package: { name } }) {
      const app = apps.byName(name);
      return app === undefined ? [] : whyInactive(tx, app);
    },
  };
}

/** The only place that turns what was thrown into an answer. */
function toErrorResponse(error: Error, onFault: ServerOptions['onFault']): Response {
  if (error instanceof RestError) return error.toResponse();
  if (error instanceof CommitRefusedError) return new RestError(500, `${error.message}.`).toResponse();
  if (isRefusal(error)) return new RestError(400, error.message).toResponse();
  if (error instanceof ScriptError) return toRuleResponse(error);
  onFault(error);
  return new RestError(500, 'The sandbox failed to answer; its own output says why.').toResponse();
}

/** A package, setting, command, query or step of a state machine to be put right. Packages are refused by several rooms. */
function isRefusal(error: Error): boolean {
  const kinds = [RestError, BadSettingError, CommandError, SearchError, WorkflowError];
  return kinds.some((kind) => error instanceof kind) || error.name.endsWith('PackageError');
}

/** A rule that refused the change on purpose, or failed; either way the change is undone. */
function toRuleResponse({ thrown }: ScriptError): Response {
  return new RestError(thrown.name === 'WorkflowError' ? 400 : 500, thrown.message).toResponse();
}
