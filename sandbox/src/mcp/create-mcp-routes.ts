import { type Context, Hono } from 'hono';
import { isJsonObject } from '../apps/json.ts';
import type { ToolResult } from '../dispatch/call-tool.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { createRestEntity } from '../rest/entities/present.ts';
import { answer, authenticateNow, readBody } from '../rest/rest-call.ts';
import { RestError } from '../rest/rest-error.ts';
import type { Id } from '../world/transaction.ts';
import { allTools } from './published-tools.ts';

/** Where tools can be called: `/mcp` for clients of the Model Context Protocol, a REST call for others. */
export function createMcpRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  routes.all('/mcp', async (context) => {
    if (context.req.method !== 'POST')
      throw new RestError(405, 'The server keeps no sessions and sends nothing by itself.');
    const user = await loggedIn(sandbox, context);
    const { answerMcp } = await import('./answer-mcp.ts');
    return answerMcp(sandbox, context.req.raw, user);
  });
  routes.post('/api/ai/tools/call', (context) => callByRest(sandbox, context));
  return routes;
}

/** `{"name":"…","arguments":{…}}`. Source: the source of `@jetbrains/youtrack-apps-tools`. */
async function callByRest(sandbox: Sandbox, context: Context): Promise<Response> {
  const { name, arguments: args = {} } = await readBody(context);
  const user = await loggedIn(sandbox, context);
  const tool = allTools(sandbox).find((candidate) => candidate.name === name);
  if (tool === undefined) throw new RestError(404, `Tool ${String(name)} not found`);
  if (!isJsonObject(args)) throw new RestError(400, '"arguments" must be an object.');
  const result = await tool.call(user, args);
  return answer(
    context,
    createRestEntity(
      { $type: 'AiToolCallResponse', id: tool.name },
      { name: () => tool.name, isError: () => !result.ok, content: () => textsOf(result).map(showText) },
      undefined,
    ),
  );
}

function textsOf(result: ToolResult): string[] {
  if (!result.ok) return [result.message];
  if (result.result === null || result.result === undefined) return [];
  return [typeof result.result === 'string' ? result.result : JSON.stringify(result.result)];
}

function showText(text: string) {
  return createRestEntity({ $type: 'ToolTextContent', id: 'text' }, { text: () => text }, undefined);
}

/** Tools run in somebody's name; the guest has none. */
async function loggedIn(sandbox: Sandbox, context: Context): Promise<Id> {
  if (context.req.header('authorization') === undefined) throw new RestError(401, 'You are not logged in.');
  return authenticateNow(sandbox, context);
}
