import { describe, expect, test } from '@jest/globals';
import { type OpenApp, openApp, probe, smallWorld, type TestCall } from '../context/open-app.ts';

const handlers = {
  issue: `exports.httpHandler = { endpoints: [
    { scope: 'Issue', method: 'get', path: '/deep/path', handle: (ctx) => { ctx.response.text(ctx.issue.id + ' ' + ctx.project.key + ' ' + ctx.currentUser.login); } },
    { scope: 'ISSUE', method: 'GET', path: 'any', permissions: ['ADMIN_UPDATE_APP', 'LINK_ISSUE'], handle: (ctx) => { ctx.response.text('any'); } },
    { scope: 'issue', method: 'GET', path: 'nobody', permissions: ['NO_SUCH_KEY'], handle: () => {} },
    { scope: 'article', method: 'GET', path: 'it', handle: (ctx) => { ctx.response.text(ctx.article.summary + ' ' + ctx.project.key); } },
    { scope: 'project', method: 'GET', path: 'it', handle: (ctx) => { ctx.response.text(ctx.project.name); } },
  ] };`,
  global: `exports.httpHandler = { endpoints: [
    { method: 'GET', path: 'it', handle: (ctx) => { ctx.response.text(typeof ctx.issue + ' ' + ctx.currentUser.login); } },
    { scope: 'user', method: 'GET', path: 'it', handle: (ctx) => { ctx.response.text(ctx.user.login); } },
  ] };`,
};

const world = {
  ...smallWorld,
  permissions: [...smallWorld.permissions, { user: 'guest', keys: ['READ_ISSUE', 'READ_PROJECT_BASIC'] }],
  apps: { probe: { projects: ['DEMO'] } },
};

const rows: readonly (readonly [title: string, call: TestCall, status: number, text: string | undefined])[] =
  [
    [
      'path and method match exactly, a slash before the path aside',
      { path: 'issue/deep/path' },
      200,
      'DEMO-1 DEMO jane',
    ],
    ['another method is not allowed', { path: 'issue/deep/path', method: 'POST' }, 405, undefined],
    ['an unknown path is not found', { path: 'issue/deep' }, 404, undefined],
    ['an unknown handler is not found', { path: 'nowhere/it' }, 404, undefined],
    ['an endpoint of another scope is not found', { path: 'issue/it', scope: 'issue' }, 404, undefined],
    ['articles bring their project', { path: 'issue/it', scope: 'article' }, 200, 'Guide DEMO'],
    ['projects', { path: 'issue/it', scope: 'project' }, 200, 'Demo'],
    ['users', { path: 'global/it', scope: 'user', entity: 'boris' }, 200, 'boris'],
    ['without a scope an endpoint is global', { path: 'global/it', scope: 'global' }, 200, 'undefined jane'],
    [
      'what the caller may not see is not found',
      { path: 'issue/deep/path', entity: 'DEMO-3', as: 'boris' },
      404,
      undefined,
    ],
    ['what is nowhere is not found', { path: 'issue/deep/path', entity: 'DEMO-99' }, 404, undefined],
    [
      'a project without the app is not found',
      { path: 'issue/deep/path', entity: 'OTHER-1' },
      404,
      undefined,
    ],
    ['one of the permissions is enough', { path: 'issue/any', as: 'boris' }, 200, 'any'],
    ['none of the permissions is forbidden', { path: 'issue/any', as: 'reader' }, 403, undefined],
    ['a permission nobody knows is held by nobody', { path: 'issue/nobody' }, 403, undefined],
    ['the guest reads what guests may', { path: 'issue/deep/path', as: 'guest' }, 200, 'DEMO-1 DEMO guest'],
    [
      'the guest has no global endpoints',
      { path: 'global/it', scope: 'global', as: 'guest' },
      401,
      undefined,
    ],
  ];

describe('an endpoint', () => {
  test.each(rows)('%s', async (_title, call, status, text) => {
    const opened = await openApp({ scripts: handlers }, { world });
    const answer = await opened.call(call);
    expect([answer.status, ...(text === undefined ? [] : [answer.text])]).toEqual([
      status,
      ...(text === undefined ? [] : [text]),
    ]);
    if (status >= 400)
      expect(answer.json).toEqual({ error: expect.any(String), error_description: expect.any(String) });
  });

  test('is not found while the app is not active', async () => {
    const settings = {
      type: 'object',
      required: ['token'],
      properties: { token: { title: 'Token', type: 'string', default: 'x' } },
    };
    const opened = await openApp({ scripts: handlers, settings }, { world });
    expect((await opened.call({ path: 'issue/deep/path' })).status).toBe(404);
  });

  test('may be a single one, without an array', async () => {
    const opened = await openApp({
      scripts: {
        probe: `exports.httpHandler = { endpoints: { scope: 'issue', method: 'GET', path: 'run', handle(ctx) { ctx.response.text('one'); } } };`,
      },
    });
    expect((await opened.call()).text).toBe('one');
  });

  test('whose requirements are not met is not found', async () => {
    const script = `const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.httpHandler = { endpoints: [{ scope: 'issue', method: 'GET', path: 'run', handle: (ctx) => ctx.response.json(ctx.State.Open.name) }], requirements: { State: { type: entities.State.fieldType, Open: {} }, ${'Gone'}: { type: entities.User, login: 'nobody' } } };`;
    expect((await (await openApp({ scripts: { probe: script } })).call()).status).toBe(404);
    const met = await openApp({ scripts: { probe: script.replace("'nobody'", "'boris'") } });
    expect((await met.call()).json).toBe('Open');
  });
});

describe('ctx.request', () => {
  const read = (expression: string, call: TestCall = {}) => request(`return ${expression}`, call);

  test.each([
    ['the body as text', `ctx.request.body`, { body: 'тело' }, 'тело'],
    ['an empty body as an empty text', `ctx.request.body`, {}, ''],
    ['the body as JSON', `ctx.request.json().a`, { body: { a: [1] } }, [1]],
    [
      'the body twice',
      `[ctx.request.body, ctx.request.body, ctx.request.json()]`,
      { body: '5' },
      ['5', '5', 5],
    ],
    [
      'headers in order',
      `ctx.request.headers`,
      { headers: [{ name: 'X-A', value: '1' }] },
      [{ name: 'X-A', value: '1' }],
    ],
    [
      'path and method',
      `[ctx.request.path, ctx.request.method, ctx.request.fullPath]`,
      {},
      ['run', 'POST', '/api/run'],
    ],
    [
      'parameters',
      `[ctx.request.getParameter('q'), ctx.request.getParameters('q'), ctx.request.parameterNames]`,
      {
        parameters: [
          ['q', 'а'],
          ['q', 'б'],
          ['r', ''],
        ],
      },
      ['а', ['а', 'б'], ['q', 'r']],
    ],
    [
      'nothing for an absent parameter',
      `[ctx.request.getParameter('x') ?? 'none', ctx.request.getParameters('x')]`,
      {},
      ['none', []],
    ],
  ] as const)('gives %s', async (_title, expression, call, expected) => {
    expect(await read(expression, call as TestCall)).toEqual(expected);
  });

  test.each([
    ['empty JSON', `ctx.request.json()`, ''],
    ['malformed JSON', `ctx.request.json()`, '{'],
    ['a body that was consumed as a stream', `ctx.request.bodyAsStream && ctx.request.body`, 'x'],
  ])('throws for %s', async (_title, expression, body) => {
    await expect(read(expression, { body })).rejects.toThrow('500');
  });
});

describe('ctx.response', () => {
  test.each([
    [
      'JSON',
      `ctx.response.json({ ок: true })`,
      { status: 200, text: '{"ок":true}', type: 'application/json' },
    ],
    ['text', `ctx.response.text('да')`, { status: 200, text: 'да', type: 'text/plain' }],
    [
      'a status',
      `ctx.response.code = 418; ctx.response.body = 'чай'`,
      { status: 418, text: 'чай', type: 'text/plain' },
    ],
    ['nothing', `ctx.response.code = 204`, { status: 204, text: '', type: undefined }],
    [
      'a status by code alone',
      `ctx.response.status = 500; ctx.response.text('ok')`,
      { status: 200, text: 'ok', type: 'text/plain' },
    ],
    [
      'the last header of a name',
      `ctx.response.text('x'); ctx.response.addHeader('Content-Type', 'a/b').addHeader('content-type', 'c/d')`,
      { status: 200, text: 'x', type: 'c/d' },
    ],
    [
      'no header that was set to null',
      `ctx.response.json(1); ctx.response.addHeader('content-type', null)`,
      { status: 200, text: '1', type: 'text/plain' },
    ],
    [
      'bytes',
      `ctx.response.bodyAsStream = ctx.issue.attachments.first().content`,
      { status: 200, text: 'hello', type: 'text/plain' },
    ],
    [
      'an entity as what it is known by',
      `ctx.response.json([ctx.issue, ctx.currentUser, ctx.issue.fields.State, ctx.issue.tags])`,
      { status: 200, text: '["DEMO-1","jane","Open",["release"]]', type: 'application/json' },
    ],
    ['no return value', `return 'ignored'`, { status: 200, text: '', type: undefined }],
  ])('answers with %s', async (_title, body, expected) => {
    const opened = await openApp(handlerOf(body));
    const { status, text, headers } = await opened.call();
    expect({ status, text, type: headers['content-type'] }).toEqual(expected);
  });

  test('waits for an async handler', async () => {
    const opened = await openApp(
      handlerOf(`return Promise.resolve().then(() => null).then(() => ctx.response.text('later'))`),
    );
    expect((await opened.call()).text).toBe('later');
  });

  test.each([
    ['an exception', `ctx.response.code = 200; ctx.response.text('half'); throw new Error('boom')`],
    ['a rejection', `return Promise.reject(new Error('boom'))`],
    ['a thrown text', `throw 'boom'`],
  ])('is a 500 with an empty body after %s, and the log says why', async (_title, body) => {
    const opened = await openApp(handlerOf(body));
    const answer = await opened.call();
    expect([answer.status, answer.text]).toEqual([500, '']);
    expect(opened.log).toEqual([
      expect.objectContaining({ level: 'ERROR', script: 'probe', message: 'Error: boom', user: 'jane' }),
    ]);
  });
});

describe('transactions', () => {
  const write = `ctx.issue.summary = 'written'`;
  const summary = (opened: OpenApp) =>
    opened.read((tx) => tx.get(tx.find('Issue', 'id', 'DEMO-1')[0] ?? '', 'summary'));

  test('GET may not write', async () => {
    const opened = await openApp(
      probe(`try { ${write} } catch (error) { return [error.name, error instanceof Error] }`),
    );
    expect((await opened.call()).json).toEqual({ result: ['ReadonlyTransactionException', true] });
  });

  test.each(['POST', 'PUT', 'PATCH'])('%s writes', async (method) => {
    const opened = await openApp(probe(write, { method }));
    expect((await opened.call({ method })).status).toBe(200);
    expect(await summary(opened)).toBe('written');
  });

  test.each([
    ['writable', 200, 'written'],
    ['readonly', 500, 'Сохранённые карты отклоняются'],
  ] as const)('DELETE in the mode %s', async (deletes, status, expected) => {
    const opened = await openApp(probe(write, { method: 'DELETE' }), { deletes });
    expect((await opened.call({ method: 'DELETE' })).status).toBe(status);
    expect(await summary(opened)).toBe(expected);
  });

  test('an exception undoes what was written', async () => {
    const opened = await openApp(probe(`${write}; throw new Error('no')`, { method: 'POST' }));
    expect((await opened.call({ method: 'POST' })).status).toBe(500);
    expect(await summary(opened)).toBe('Сохранённые карты отклоняются');
  });

  test('an answer of 4xx does not', async () => {
    const opened = await openApp(probe(`${write}; ctx.response.code = 409`, { method: 'POST' }));
    expect((await opened.call({ method: 'POST' })).status).toBe(409);
    expect(await summary(opened)).toBe('written');
  });

  test.each([
    ['serial', 5],
    ['overlapping', 1],
  ] as const)('five simultaneous increments in the mode %s leave %i', async (writes, expected) => {
    const app = probe(
      `ctx.issue.extensionProperties.count = (ctx.issue.extensionProperties.count ?? 0) + 1`,
      { method: 'POST', extensions: { Issue: { count: { type: 'integer' } } } },
    );
    const opened = await openApp(app, { writes });
    const answers = await Promise.all(Array.from({ length: 5 }, () => opened.call({ method: 'POST' })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(
      await opened.read((tx) => tx.get(tx.find('Issue', 'id', 'DEMO-1')[0] ?? '', 'ext:probe:count')),
    ).toBe(expected);
  });
});

function handlerOf(body: string) {
  return {
    scripts: {
      probe: `exports.httpHandler = { endpoints: [{ scope: 'issue', method: 'GET', path: 'run', handle: (ctx) => { ${body} } }] };`,
    },
  };
}

async function request(body: string, call: TestCall): Promise<unknown> {
  const opened = await openApp(probe(body, { method: 'POST' }));
  const answer = await opened.call({ method: 'POST', path: 'run', ...call });
  if (answer.status !== 200) throw new Error(String(answer.status));
  return (answer.json as { result: unknown }).result;
}
