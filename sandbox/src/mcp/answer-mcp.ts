import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import type { JsonObject } from '../apps/json.ts';
import type { ToolResult } from '../dispatch/call-tool.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import type { Id } from '../world/transaction.ts';
import { type PublishedTool, publishedTools } from './published-tools.ts';

/**
 * Answers one request of the Model Context Protocol over streamable HTTP. Sessions are not kept: every request says all
 * there is to know. Apps' tools are offered when the URL names their apps (`/mcp?customToolPackages=app-1,app-2`).
 */
export async function answerMcp(sandbox: Sandbox, request: Request, user: Id): Promise<Response> {
  const packages = new URL(request.url).searchParams
    .getAll('customToolPackages')
    .flatMap((names) => names.split(','));
  const tools = publishedTools(sandbox, [...new Set(packages.map((name) => name.trim()).filter(Boolean))]);
  const server = new Server({ name: 'YouTrack', version: sandbox.youtrack }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(describeTool) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (tool === undefined) throw new McpError(ErrorCode.InvalidParams, `Tool ${params.name} not found`);
    return toCallResult(await tool.call(user, (params.arguments ?? {}) as JsonObject), tool);
  });
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request);
  } finally {
    await server.close();
  }
}

function describeTool({ name, description, inputSchema, outputSchema, annotations }: PublishedTool): Tool {
  return {
    name,
    description,
    inputSchema: inputSchema as Tool['inputSchema'],
    ...(outputSchema === undefined ? {} : { outputSchema: outputSchema as Tool['outputSchema'] }),
    ...(annotations === undefined ? {} : { annotations: annotations as Tool['annotations'] }),
  };
}

/** `null` and `undefined` are empty content; a thrown error is a result that says so. */
function toCallResult(result: ToolResult, { outputSchema }: PublishedTool): CallToolResult {
  if (!result.ok) return { content: [{ type: 'text', text: result.message }], isError: true };
  const value = result.result;
  if (value === null || value === undefined) return { content: [] };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const isStructured = outputSchema !== undefined && typeof value === 'object' && !Array.isArray(value);
  return {
    content: [{ type: 'text', text }],
    ...(isStructured ? { structuredContent: value as Record<string, unknown> } : {}),
  };
}
