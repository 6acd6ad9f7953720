import { expect } from '@jest/globals';
import { fullWorld } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';
import type { SourceName } from './sources.ts';

interface McpCall {
  readonly rule: string;
  readonly method: string;
  readonly params?: unknown;
  readonly as?: string | null;
  readonly packages?: string;
  readonly json?: unknown;
  readonly status?: number;
  readonly source?: SourceName;
}

/** One request of the protocol over streamable HTTP. */
const mcp = ({
  rule,
  method,
  params,
  as = 'jane',
  packages = 'tools',
  json,
  status = 200,
  source = 'tool',
}: McpCall): Row => ({
  rule,
  source,
  as,
  send: `POST /mcp?customToolPackages=${packages}`,
  headers: { accept: 'application/json, text/event-stream', 'content-type': 'application/json' },
  body: { jsonrpc: '2.0', id: 7, method, ...(params === undefined ? {} : { params }) },
  expect: { status, ...(json === undefined ? {} : { json }) },
});
const call = (rule: string, name: string, args: unknown, result: unknown, rest: Partial<McpCall> = {}): Row =>
  mcp({
    rule,
    method: 'tools/call',
    params: { name, arguments: args },
    json: { jsonrpc: '2.0', id: 7, result },
    ...rest,
  });
const text = (value: unknown) => ({ content: [{ type: 'text', text: value }] });
const failed = (value: unknown) => ({ ...text(value), isError: true });
const names = (...tools: readonly string[]) => ({
  jsonrpc: '2.0',
  id: 7,
  result: { tools: expect.arrayContaining(tools.map((name) => expect.objectContaining({ name }))) },
});
const readContent = {
  description: 'Подробности',
  state: 'Open',
  assignee: 'jane',
  project: { name: 'Демо', key: 'DEMO' },
};

runGroup({
  name: 'MCP tools',
  world: fullWorld,
  apps: { tools: 'tools' },
  rows: [
    mcp({
      rule: 'initialize tells that there are tools',
      method: 'initialize',
      params: {
        protocolVersion: '2025-03-26',
        capabilities: {},
        clientInfo: { name: 'stranger', version: '1.0.0' },
      },
      json: {
        jsonrpc: '2.0',
        id: 7,
        result: expect.objectContaining({ capabilities: { tools: expect.anything() } }),
      },
      source: 'mcpProtocol',
    }),
    mcp({
      rule: 'tools/list names the tools of the packages in the URL, prefixed',
      method: 'tools/list',
      json: names('tools_get_issue_content', 'tools_rename', 'tools_nothing', 'tools_context', 'tools_later'),
    }),
    mcp({
      rule: 'each with description, input, output and annotations',
      method: 'tools/list',
      json: {
        jsonrpc: '2.0',
        id: 7,
        result: {
          tools: expect.arrayContaining([
            expect.objectContaining({
              name: 'tools_get_issue_content',
              description: 'Returns information about an issue by its ID',
              inputSchema: expect.objectContaining({ type: 'object', required: ['issueId'] }),
              outputSchema: expect.objectContaining({ required: ['id'] }),
              annotations: expect.objectContaining({ readOnlyHint: true, title: 'Get issue content' }),
            }),
          ]),
        },
      },
    }),
    mcp({
      rule: 'a tool without inputSchema takes an object',
      method: 'tools/list',
      json: {
        jsonrpc: '2.0',
        id: 7,
        result: {
          tools: expect.arrayContaining([
            expect.objectContaining({
              name: 'tools_nothing',
              inputSchema: expect.objectContaining({ type: 'object' }),
            }),
          ]),
        },
      },
      source: 'mcpProtocol',
    }),
    mcp({
      rule: 'packages that are nowhere are no tools',
      method: 'tools/list',
      packages: 'nowhere',
      json: {
        jsonrpc: '2.0',
        id: 7,
        result: { tools: expect.not.arrayContaining([expect.objectContaining({ name: 'tools_rename' })]) },
      },
    }),
    call(
      'the reference’s example answers text and structure',
      'tools_get_issue_content',
      { issueId: 'DEMO-1' },
      {
        content: [{ type: 'text', text: expect.stringContaining('"id":"DEMO-1"') }],
        structuredContent: expect.objectContaining({ id: 'DEMO-1', ...readContent }),
      },
    ),
    call(
      'what it throws is a failed result',
      'tools_get_issue_content',
      { issueId: 'DEMO-99' },
      failed(expect.stringMatching(/null/)),
    ),
    call(
      'a text is its content',
      'tools_rename',
      { id: 'DEMO-2', summary: 'Через MCP' },
      text('Renamed DEMO-2'),
    ),
    {
      rule: 'what a tool writes is kept',
      source: 'tool',
      send: 'GET /api/issues/DEMO-2?fields=summary',
      expect: { json: { summary: 'Через MCP', $type: 'Issue' } },
    },
    call(
      'it runs with the permissions of its user',
      'tools_rename',
      { id: 'DEMO-2', summary: 'x' },
      failed('Not allowed to joe'),
      { as: 'joe' },
    ),
    call('a failure', 'tools_rename', { id: 'DEMO-2', summary: 'fail' }, failed('Failed after writing')),
    {
      rule: 'undoes what was written',
      source: 'tool',
      send: 'GET /api/issues/DEMO-2?fields=summary',
      expect: { json: { summary: 'Через MCP', $type: 'Issue' } },
    },
    call('undefined is empty content', 'tools_nothing', {}, { content: [] }),
    call(
      'ctx has arguments and the user, and no entity',
      'tools_context',
      { a: [1, 2] },
      text(
        expect.stringMatching(
          /"issue":true,"article":true,"user":true,"me":"jane","arguments":\{"a":\[1,2\]\}.*"settings":"object"/,
        ),
      ),
    ),
    call('slow work is scheduled', 'tools_later', {}, text('scheduled')),
    {
      rule: 'time goes on',
      source: 'chosen',
      send: 'POST /api/_sandbox/clock',
      body: { advanceMs: 2000 },
      expect: { status: 200 },
    },
    {
      rule: 'and done',
      source: 'asyncFunctions',
      send: 'GET /api/issues/DEMO-2?fields=description',
      expect: { json: { description: 'worked as jane', $type: 'Issue' } },
    },
    mcp({
      rule: 'a tool that is none is an error of the protocol',
      method: 'tools/call',
      params: { name: 'tools_fly', arguments: {} },
      json: {
        jsonrpc: '2.0',
        id: 7,
        error: expect.objectContaining({ message: expect.stringContaining('tools_fly') }),
      },
      source: 'mcpProtocol',
    }),
    mcp({ rule: 'without a token nobody calls', method: 'tools/list', as: null, status: 401 }),
    mcp({ rule: 'a bad token is refused', method: 'tools/list', as: 'nobody', status: 401 }),
    { rule: 'GET opens no stream', source: 'mcpProtocol', send: 'GET /mcp', expect: { status: 405 } },
    {
      rule: 'tools are called over REST, too',
      source: 'tools',
      as: 'jane',
      send: 'POST /api/ai/tools/call?fields=name,isError,content(text)',
      body: { name: 'tools_rename', arguments: { id: 'DEMO-2', summary: 'REST' } },
      expect: {
        json: expect.objectContaining({
          name: 'tools_rename',
          isError: false,
          content: [expect.objectContaining({ text: 'Renamed DEMO-2' })],
        }),
      },
    },
    {
      rule: 'the app is switched off',
      source: 'tools',
      send: 'POST /api/admin/apps/tools/globalConfig',
      body: { enabled: false },
      expect: { status: 200 },
    },
    mcp({
      rule: 'then its tools are gone',
      method: 'tools/list',
      json: {
        jsonrpc: '2.0',
        id: 7,
        result: { tools: expect.not.arrayContaining([expect.objectContaining({ name: 'tools_rename' })]) },
      },
    }),
    {
      rule: 'aiToolPrefix is the prefix',
      source: 'tool',
      imports: {
        'manifest.json': { name: 'prefixed', version: '1.0.0', aiToolPrefix: 'ours' },
        'one.js': "exports.aiTool = { name: 'one', description: 'One', execute: () => 1 };",
      },
      expect: { status: 200 },
    },
    call('a number is text', 'ours_one', {}, text('1'), { packages: 'prefixed' }),
    {
      rule: 'a tool without execute is imported and is none',
      source: 'tool',
      imports: {
        'manifest.json': { name: 'bad', version: '1.0.0' },
        'bad.js': "exports.aiTool = { name: 'bad' };",
      },
      expect: { status: 200 },
    },
    {
      rule: 'so is a tool whose input is no object',
      source: 'tool',
      imports: {
        'manifest.json': { name: 'bad', version: '1.0.0' },
        'bad.js':
          "exports.aiTool = { name: 'bad', description: 'x', inputSchema: { type: 'string' }, execute: () => 1 };",
      },
      expect: { status: 200 },
    },
  ],
});
