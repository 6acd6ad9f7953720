import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { restWorld } from '../rest/rest-world.ts';
import { packApp } from '../support/pack-app.ts';
import { createRestCaller, type RestCaller } from '../support/rest-caller.ts';

const content = `
const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.aiTool = {
  name: 'get_summary',
  description: 'Returns the summary of an issue',
  inputSchema: { type: 'object', properties: { issueId: { type: 'string' } }, required: ['issueId'] },
  outputSchema: { type: 'object', properties: { summary: { type: 'string' } } },
  annotations: { readOnlyHint: true },
  execute: (ctx) => {
    const issue = entities.Issue.findById(ctx.arguments.issueId);
    if (!issue) throw new Error('No issue ' + ctx.arguments.issueId);
    return { summary: issue.summary, caller: ctx.currentUser && ctx.currentUser.login };
  },
};`;
const silent = `exports.aiTool = { name: 'be_silent', description: '', execute: () => null };`;

let rest: RestCaller;
const clients: Client[] = [];
beforeAll(async () => {
  rest = await createRestCaller(restWorld);
  await rest.importApp(packApp('first', { 'content.js': content, 'silent.js': silent }));
  const manifest = { name: 'second', version: '1.0.0', aiToolPrefix: 'Zwei' };
  await rest.importApp(packApp('second', { 'manifest.json': manifest, 'silent.js': silent }));
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

describe('the MCP endpoint', () => {
  test('offers the tools of the apps that the URL names, with their prefixes', async () => {
    const client = await connect('customToolPackages=first,second,nowhere');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'get_issue_fields_schema',
      'first_get_summary',
      'first_be_silent',
      'Zwei_be_silent',
    ]);
    expect(tools[1]).toMatchObject({
      description: 'Returns the summary of an issue',
      inputSchema: { required: ['issueId'] },
      annotations: { readOnlyHint: true },
    });
  });

  test('without customToolPackages there are no tools of apps', async () => {
    const { tools } = await (await connect('')).listTools();
    expect(tools.map(({ name }) => name)).toEqual(['get_issue_fields_schema']);
  });

  test('a tool runs as the user of the token and answers text and structure', async () => {
    const client = await connect('customToolPackages=first');
    const result = await client.callTool({ name: 'first_get_summary', arguments: { issueId: 'DEMO-1' } });
    expect(result).toEqual({
      content: [{ type: 'text', text: '{"summary":"Первая","caller":"jane"}' }],
      structuredContent: { summary: 'Первая', caller: 'jane' },
    });
  });

  test('what a tool throws is a failed result', async () => {
    const client = await connect('customToolPackages=first');
    const result = await client.callTool({ name: 'first_get_summary', arguments: { issueId: 'DEMO-99' } });
    expect(result).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('No issue DEMO-99') }],
    });
  });

  test('null is empty content', async () => {
    const client = await connect('customToolPackages=second');
    expect(await client.callTool({ name: 'Zwei_be_silent', arguments: {} })).toEqual({ content: [] });
  });

  test('a tool that is not offered is an error of the protocol', async () => {
    const client = await connect('');
    await expect(client.callTool({ name: 'first_be_silent', arguments: {} })).rejects.toThrow(/not found/);
  });

  test('the guest is refused', async () => {
    const response = await rest.server.request('/mcp', { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
  });
});

describe('the REST call of tools', () => {
  test('answers in the shape that youtrack-app reads', async () => {
    const { body } = await rest.call('jane', 'POST /api/ai/tools/call?fields=name,content(text),isError', {
      name: 'get_issue_fields_schema',
      arguments: { projectKey: 'DEMO' },
    });
    expect(body).toMatchObject({
      name: 'get_issue_fields_schema',
      isError: false,
      $type: 'AiToolCallResponse',
    });
    expect(JSON.parse(body.content[0].text)).toEqual({
      type: 'object',
      properties: {
        State: { type: 'string', enum: ['Open', 'Fixed'] },
        Assignee: { type: 'string' },
        Versions: { type: 'array', items: { type: 'string', enum: ['1.0', '2.0'] } },
        'Due Date': { type: 'integer' },
        Estimation: { type: 'string' },
        Points: { type: 'integer' },
      },
      required: ['State'],
    });
  });

  test('a project nobody sees is a failed result', async () => {
    const { body } = await rest.call('jane', 'POST /api/ai/tools/call?fields=isError,content(text)', {
      name: 'get_issue_fields_schema',
      arguments: { projectKey: 'OPS' },
    });
    expect(body).toMatchObject({ isError: true, content: [{ text: 'Project OPS not found' }] });
  });

  test('a tool that is nowhere is not found', async () => {
    expect((await rest.call('jane', 'POST /api/ai/tools/call', { name: 'fly' })).status).toBe(404);
  });
});

/** A client of the protocol in this process: its requests go to the server's function instead of a socket. */
async function connect(query: string): Promise<Client> {
  const transport = new StreamableHTTPClientTransport(new URL(`http://youtrack.localhost/mcp?${query}`), {
    requestInit: { headers: { authorization: 'Bearer perm:jane' } },
    fetch: async (url, init) => rest.server.request(String(url), init),
  });
  const client = new Client({ name: 'test', version: '1.0.0' });
  clients.push(client);
  await client.connect(transport as Parameters<Client['connect']>[0]);
  return client;
}
