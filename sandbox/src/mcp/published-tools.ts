import type { JsonObject } from '../apps/json.ts';
import { callTool, type ToolResult } from '../dispatch/call-tool.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import type { Id } from '../world/transaction.ts';
import { describeProjectFields } from './project-fields-tool.ts';

/** A tool as clients see it. */
export interface PublishedTool {
  /** `<aiToolPrefix or app name>_<name>` for tools of apps. */
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  readonly outputSchema?: JsonObject | undefined;
  readonly annotations?: JsonObject | undefined;
  /** Calls it as a user. What a script throws becomes a failed result, not an error of the call. */
  call(user: Id, args: JsonObject): Promise<ToolResult>;
}

const noInput: JsonObject = { type: 'object', properties: {} };

/**
 * The tools of some apps, each with its prefix, and the ones YouTrack itself brings. Source: "MCP tool" of JetBrains'
 * reference on script types.
 */
export function publishedTools(sandbox: Sandbox, apps: readonly string[]): readonly PublishedTool[] {
  return [projectFieldsTool(sandbox), ...apps.flatMap((app) => appTools(sandbox, app))];
}

/** The tools of every installed app. */
export function allTools(sandbox: Sandbox): readonly PublishedTool[] {
  return publishedTools(
    sandbox,
    sandbox.apps.all().map(({ package: { name } }) => name),
  );
}

function appTools(sandbox: Sandbox, appName: string): PublishedTool[] {
  const app = sandbox.apps.byName(appName);
  if (app === undefined || !app.isActive()) return [];
  const prefix = app.package.manifest.aiToolPrefix ?? appName;
  return app.realm.modules.flatMap((module) => {
    if (module.kind !== 'aiTool') return [];
    const { name, description, inputSchema, outputSchema, annotations } = module.tool;
    return [
      {
        name: `${prefix}_${name}`,
        description: description ?? '',
        inputSchema: (inputSchema as JsonObject | undefined) ?? noInput,
        outputSchema: outputSchema as JsonObject | undefined,
        annotations: annotations as JsonObject | undefined,
        call: (user: Id, args: JsonObject) =>
          callTool(sandbox, { user, app: appName, tool: name, arguments: args }),
      },
    ];
  });
}

/** The one built-in tool that JetBrains' `youtrack-app` calls. */
function projectFieldsTool(sandbox: Sandbox): PublishedTool {
  return {
    name: 'get_issue_fields_schema',
    description: 'Returns the JSON schema of the custom fields of a project.',
    inputSchema: {
      type: 'object',
      properties: { projectKey: { type: 'string', description: 'The key of the project' } },
      required: ['projectKey'],
    },
    call: (user, { projectKey }) =>
      sandbox.world.transactions.run('read', (tx) => describeProjectFields({ tx, user }, String(projectKey))),
  };
}
