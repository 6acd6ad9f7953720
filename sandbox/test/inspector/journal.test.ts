import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { NotedExchange } from '../../src/ports/journal.ts';
import { type EchoServer, startEchoServer } from '../context/echo-server.ts';
import { endpoint, handler, packApp } from '../support/pack-app.ts';
import { createRestCaller, type RestCaller } from '../support/rest-caller.ts';

const world = {
  users: [{ login: 'admin' }, { login: 'олег' }],
  projects: [
    {
      key: 'DEMO',
      name: 'Демо',
      fields: [{ name: 'State', type: 'state', values: [{ name: 'Open' }, { name: 'Готово' }] }],
    },
  ],
  permissions: [
    { user: 'admin', keys: ['*'] },
    { user: 'олег', keys: ['READ_ISSUE'] },
  ],
  issues: [{ id: 'DEMO-1', summary: 'Принтер', reporter: 'admin', fields: { State: 'Open' } }],
};

const settings = {
  type: 'object',
  properties: {
    token: { type: 'string', format: 'secret', title: 'Токен' },
    url: { type: 'string' },
  },
};

const backend = `const entities = require('@jetbrains/youtrack-scripting-api/entities');
const http = require('@jetbrains/youtrack-scripting-api/http');
function later(ctx) { ctx.issue.summary = 'Позже'; }
${handler(
  endpoint(
    'POST rename',
    'ctx.issue.summary = ctx.request.json().summary; ctx.response.json({ ok: true })',
    `scope: 'issue'`,
  ),
  endpoint('POST later', `ctx.invokeAsync('later', 0)`, `scope: 'issue'`),
  endpoint(
    'GET ask',
    `const c = new http.Connection(ctx.settings.url); c.addHeader('X-Key', ctx.settings.token); c.bearerAuth(ctx.settings.token); const r = c.postSync('/in', { q: ctx.settings.token }, '{"текст":1}'); ctx.response.text(r.code + ' ' + r.response)`,
    `scope: 'issue'`,
  ),
)}
exports.httpHandler.asyncFunctions = { later };`;

let caller: RestCaller;
beforeEach(async () => {
  caller = await createRestCaller(world);
});

const journal = () => caller.sandbox.journal;

/** Notes are written behind the answer. */
async function noted(count: number): Promise<readonly NotedExchange[]> {
  for (let turn = 0; turn < 1_000 && journal().exchanges().length < count; turn += 1)
    await new Promise((resolve) => setImmediate(resolve));
  expect(journal().exchanges().length).toBeGreaterThanOrEqual(count);
  return journal().exchanges();
}

describe('the journal', () => {
  test('keeps a request with its answer, and who asked', async () => {
    await caller.call('admin', 'POST /api/issues/DEMO-1?fields=summary', { summary: 'Сканер' });
    const [exchange] = await noted(1);
    expect(exchange).toMatchObject({
      direction: 'in',
      who: 'admin',
      method: 'POST',
      address: '/api/issues/DEMO-1?fields=summary',
      requestBody: { text: '{"summary":"Сканер"}' },
      status: 200,
      responseBody: { text: '{"summary":"Сканер","$type":"Issue"}' },
    });
    expect(exchange?.requestHeaders).toContainEqual(['authorization', '<***>']);
  });

  test('keeps what was refused as well', async () => {
    await caller.call(undefined, 'GET /api/issues/DEMO-1');
    await caller.call('admin', 'GET /api/nothing');
    expect((await noted(2)).map(({ who, status }) => [who, status])).toEqual([
      ['guest', 404],
      ['admin', 501],
    ]);
  });

  test('keeps each transaction with what it wrote, beside the request that set it off', async () => {
    await caller.call('admin', 'POST /api/issues/DEMO-1', {
      summary: 'Сканер',
      customFields: [{ name: 'State', $type: 'StateIssueCustomField', value: { name: 'Готово' } }],
    });
    const [exchange] = await noted(1);
    const transaction = journal().transactions().at(-1);
    expect(transaction?.cause).toEqual({ kind: 'request', id: exchange?.id });
    expect(transaction?.written.map(({ type, label, action }) => [type, label, action])).toEqual([
      ['Issue', 'DEMO-1', 'changed'],
    ]);
    const properties = transaction?.written[0]?.properties.map(({ name, before, after }) => [
      name,
      before?.text,
      after?.text,
    ]);
    expect(properties).toContainEqual(['summary', 'Принтер', 'Сканер']);
    expect(properties).toContainEqual(['field:State', 'Open', 'Готово']);
  });

  test('keeps what was made and removed', async () => {
    await caller.call('admin', 'POST /api/issues', { summary: 'Новая', project: { shortName: 'DEMO' } });
    await caller.call('admin', 'DELETE /api/issues/DEMO-2');
    const [made, removed] = journal().transactions().slice(-2);
    expect(made?.written).toContainEqual(
      expect.objectContaining({ type: 'Issue', label: 'DEMO-2', action: 'created' }),
    );
    expect(removed?.written).toContainEqual(
      expect.objectContaining({ type: 'Issue', label: 'DEMO-2', action: 'removed' }),
    );
  });

  test('says of an async function that it was it', async () => {
    await caller.importApp(packApp('noted', { 'backend.js': backend, 'settings.json': settings }));
    await caller.call('admin', 'POST /api/issues/DEMO-1/extensionEndpoints/noted/backend/later');
    await caller.sandbox.jobs.settled();
    expect(journal().transactions().at(-1)).toMatchObject({
      cause: { kind: 'job', app: 'noted', script: 'backend', function: 'later' },
    });
  });

  test('drops the oldest', async () => {
    for (let n = 0; n < 520; n += 1) await caller.call('admin', `GET /api/users/me?n=${n}`);
    const all = await noted(500);
    expect([all.length, all.at(-1)?.address]).toEqual([500, '/api/users/me?n=519']);
  });

  test('cuts what is long', async () => {
    await caller.call('admin', 'POST /api/issues/DEMO-1', { description: 'длинно '.repeat(100_000) });
    const [exchange] = await noted(1);
    expect([exchange?.requestBody?.text.length, exchange?.requestBody?.cut]).toEqual([16_384, 'long']);
    const written = journal()
      .transactions()
      .at(-1)
      ?.written[0]?.properties.find(({ name }) => name === 'description');
    expect(written?.after).toMatchObject({ size: 700_000, cut: 'long' });
  });

  test('does not keep the bytes of a package', async () => {
    await caller.importApp(packApp('noted', { 'backend.js': backend, 'settings.json': settings }));
    expect((await noted(1))[0]?.requestBody).toMatchObject({ text: '', cut: 'binary' });
  });
});

describe('secrets', () => {
  const secret = 's3cret"1/2=';
  let echo: EchoServer;
  beforeEach(async () => {
    echo = await startEchoServer();
    await caller.importApp(packApp('noted', { 'backend.js': backend, 'settings.json': settings }));
    await caller.call('admin', 'POST /api/admin/apps/noted/globalConfig', {
      globalSettings: JSON.stringify({ token: secret, url: echo.origin }),
    });
  });
  afterEach(() => echo.stop());

  const everything = () => JSON.stringify([journal().exchanges(), journal().transactions()]);

  test('are masked where they are set, in the request and in what was written', async () => {
    await noted(2);
    expect(everything()).not.toMatch(/s3cret|тайна/);
    expect(everything()).toContain('<***>');
  });

  test('are masked also when they are refused', async () => {
    await caller.call('admin', 'POST /api/admin/apps/noted/globalConfig', {
      globalSettings: { token: 'другая тайна', url: 5 },
    });
    await noted(3);
    expect(everything()).not.toMatch(/s3cret|тайна/);
  });

  test('are masked in what scripts send and are answered', async () => {
    await caller.call('admin', 'GET /api/issues/DEMO-1/extensionEndpoints/noted/backend/ask');
    const sent = (await noted(4)).find(({ direction }) => direction === 'out');
    expect(sent).toMatchObject({
      who: 'noted/backend',
      method: 'POST',
      requestBody: { text: '{"текст":1}' },
      status: 200,
    });
    expect(sent?.requestHeaders).toContainEqual(['X-Key', '<***>']);
    expect(sent?.cause).toMatchObject({ kind: 'request' });
    expect(sent?.responseBody?.text).toContain('<***>');
    expect(everything()).not.toMatch(/s3cret/);
  });

  test('that a world file brings are masked while their app is imported', async () => {
    const apps = { noted: { settings: { token: 'тайна из файла', url: 'http://x.test' } } };
    caller = await createRestCaller({ ...world, apps });
    await caller.importApp(packApp('noted', { 'backend.js': backend, 'settings.json': settings }));
    await noted(1);
    expect(everything()).not.toMatch(/s3cret|тайна/);
    expect(JSON.stringify(journal().transactions())).toContain('token');
  });
});
