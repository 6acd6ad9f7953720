import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EchoServer, startEchoServer } from './echo-server.ts';
import { openApp, probe, smallWorld } from './open-app.ts';

let server: EchoServer;
beforeAll(async () => {
  server = await startEchoServer();
});
afterAll(() => server.stop());

const settings = {
  type: 'object',
  properties: {
    token: { title: 'Token', type: 'string', format: 'secret' },
    plain: { title: 'Plain', type: 'string' },
  },
};

/** Runs a body with `connection` at hand (to a mapped host, which answers in time on the busiest machine) and gives its result. */
async function run(body: string, timeLimitMs = 60_000): Promise<unknown> {
  const app = probe(
    `const http = require('@jetbrains/youtrack-scripting-api/http');
const connection = new http.Connection('https://api.example.com', null, 30000); ${body}`,
    { method: 'POST', settings },
  );
  const world = { ...smallWorld, apps: { probe: { settings: { token: 'sesam', plain: 'open' } } } };
  const opened = await openApp(app, {
    world,
    timeLimitMs,
    hosts: new Map([['api.example.com', server.origin]]),
  });
  const answer = await opened.call({ method: 'POST' });
  if (answer.status !== 200) throw new Error(opened.log.map(({ message }) => message).join('\n'));
  return (answer.json as { result: unknown }).result;
}

describe('the http module', () => {
  test.each(['get', 'post', 'put', 'patch', 'delete', 'options'])(
    '%sSync sends its method',
    async (method) => {
      expect(await run(`return connection.${method}Sync('/path').json().method`)).toBe(method.toUpperCase());
    },
  );

  test('headSync has no body', async () => {
    expect(
      await run(`const r = connection.headSync('/path'); return [r.code, r.response, r.isSuccess]`),
    ).toEqual([200, '', true]);
  });

  test('joins the address with one slash and keeps the mapped host', async () => {
    expect(
      await run(`const r = connection.getSync('items/1').json(); return [r.url, r.headers.host]`),
    ).toEqual(['/items/1', 'api.example.com']);
  });

  test('query parameters come as an object, with lists, or as pairs', async () => {
    expect(await run(`return connection.getSync('a', { q: 'тест', n: ['1', '2'] }).json().url`)).toBe(
      '/a?q=%D1%82%D0%B5%D1%81%D1%82&n=1&n=2',
    );
    expect(await run(`return connection.getSync('a?x=1', [{ name: 'q', value: '1' }]).json().url`)).toBe(
      '/a?x=1&q=1',
    );
  });

  test('other values of query parameters are refused as the published module does', async () => {
    await expect(run(`return connection.getSync('a', { q: 5 })`)).rejects.toThrow(
      'Can not correctly handle q',
    );
  });

  test('a POST without payload sends its parameters as a form', async () => {
    const body = `const r = connection.postSync('form', { a: '1 2' }).json(); return [r.url, r.body, r.headers['content-type']]`;
    expect(await run(body)).toEqual(['/form', 'a=1+2', 'application/x-www-form-urlencoded']);
  });

  test('a payload is a text, or an object as JSON', async () => {
    expect(await run(`return connection.postSync('a', null, 'привет').json().body`)).toBe('привет');
    expect(
      await run(
        `return connection.addHeader('Content-Type', 'application/json').patchSync('a', {}, { ok: true }).json().body`,
      ),
    ).toBe('{"ok":true}');
  });

  test('an attachment goes as multipart', async () => {
    const body = `const a = ctx.issue.attachments.first(); return connection.postSync('a', [], { type: 'multipart/form-data', parts: [{ name: 'file', size: a.size, fileName: a.name, content: a.content }] }).json().body`;
    expect(await run(body)).toContain('name="file"; filename="log.txt"');
    expect(await run(body)).toContain('\r\n\r\nhello\r\n');
  });

  test('headers are added, replaced, and given as objects', async () => {
    const body = `connection.addHeader('X-One', '1').addHeader({ name: 'X-Two', value: '2' }).setHeader('x-one', '3'); const { headers } = connection.getSync('a').json(); return [headers['x-one'], headers['x-two'], connection.headers.length]`;
    expect(await run(body)).toEqual(['3', '2', 2]);
  });

  test('basic and bearer authorization', async () => {
    expect(
      await run(`return connection.basicAuth('jane', 'pässword').getSync('a').json().headers.authorization`),
    ).toBe(`Basic ${Buffer.from('jane:pässword').toString('base64')}`);
    expect(await run(`return connection.bearerAuth('abc').getSync('a').json().headers.authorization`)).toBe(
      'Bearer abc',
    );
  });

  test('the response has its code, headers, texts and success', async () => {
    const body = `const r = connection.getSync('/404/x'); return [r.code, r.isSuccess, r.body === r.response, r.headers.find((h) => h.name === 'x-answer').value, r.exception]`;
    expect(await run(body)).toEqual([404, false, true, 'yes', null]);
    expect(await run(`return connection.getSync('/text').response`)).toBe('при');
    expect(await run(`return connection.getSync('/to/there').json().url`)).toBe('/there');
  });

  test('what goes wrong is the response’s exception', async () => {
    const body = `const r = new http.Connection('https://api.example.com', null, 1000).getSync('/slow'); return [r.code === undefined, r.response, r.headers, r.isSuccess, r.exception.message]`;
    expect(await run(body)).toEqual([true, null, [], false, 'no answer within 1000 ms']);
  });

  test('a host that is not mapped is refused with the way to map it', async () => {
    const body = `return new http.Connection('https://elsewhere.example.com/x').getSync().exception.message`;
    expect(await run(body)).toBe(
      'elsewhere.example.com is not reachable from the sandbox: start it with --map elsewhere.example.com=http://127.0.0.1:<port>',
    );
  });

  test('a request to the sandbox itself is refused, not waited for', async () => {
    expect(
      await run(`return new http.Connection('http://sandbox.test/api').getSync().exception.message`),
    ).toContain('the sandbox itself');
  });

  test('a CONNECT request is not emulated', async () => {
    await expect(run(`return connection.connectSync('a')`)).rejects.toThrow('connectSync() is not emulated');
  });
});

describe('a secret setting', () => {
  test('reads, prints and concatenates as a mask', async () => {
    expect(
      await run(
        `const { token } = ctx.settings; return [String(token), token + '!', \`\${token}\`, JSON.stringify({ token }), ctx.settings.plain]`,
      ),
    ).toEqual(['<***>', '<***>!', '<***>', '{"token":"<***>"}', 'open']);
  });

  test.each([
    [
      'a whole header',
      `connection.addHeader('X-Key', ctx.settings.token).getSync('a').json().headers['x-key']`,
      'sesam',
    ],
    [
      'a set header',
      `connection.setHeader({ name: 'X-Key', value: ctx.settings.token }).getSync('a').json().headers['x-key']`,
      'sesam',
    ],
    [
      'a token',
      `connection.bearerAuth(ctx.settings.token).getSync('a').json().headers.authorization`,
      'Bearer sesam',
    ],
    [
      'a password',
      `connection.basicAuth('jane', ctx.settings.token).getSync('a').json().headers.authorization`,
      `Basic ${Buffer.from('jane:sesam').toString('base64')}`,
    ],
    ['a query value', `connection.getSync('a', { key: ctx.settings.token }).json().url`, '/a?key=sesam'],
  ])('reaches the server as %s', async (_title, expression, expected) => {
    expect(await run(`return ${expression}`)).toBe(expected);
  });

  test('is lost when it is made part of a text', async () => {
    expect(
      await run(
        `return connection.addHeader('Authorization', 'OAuth ' + ctx.settings.token).getSync('a').json().headers.authorization`,
      ),
    ).toBe('OAuth <***>');
    expect(await run(`return connection.bearerAuth(ctx.settings.token).headers[0].value + ''`)).toBe('<***>');
  });
});

describe('asynchronous requests', () => {
  test('go out after the commit, and their handler gets the response', async () => {
    const script = `const http = require('@jetbrains/youtrack-scripting-api/http');
exports.httpHandler = { endpoints: [{ scope: 'issue', method: 'POST', path: 'run', handle: (ctx) => {
  ctx.store('kept', 'да');
  new http.Connection('https://api.example.com').bearerAuth(ctx.settings.token).postAsync('/hook', null, { issue: ctx.issue.id }, 'onResponse');
} }], asyncFunctions: { onResponse: (ctx) => {
  const sent = ctx.response.json();
  ctx.issue.addComment([ctx.load('kept'), ctx.response.code, ctx.response.isSuccess, sent.method, sent.body, sent.headers.authorization].join(' '));
} } };`;
    const world = { ...smallWorld, apps: { probe: { settings: { token: 'sesam' } } } };
    const opened = await openApp(
      { scripts: { probe: script }, settings },
      { world, hosts: new Map([['api.example.com', server.origin]]) },
    );
    expect((await opened.call({ method: 'POST' })).status).toBe(200);
    await opened.clock.advance(0);
    const comments = await opened.read((tx) => [...tx.all('IssueComment')].map((id) => tx.get(id, 'text')));
    expect(comments).toEqual(['First', 'да 200 true POST {"issue":"DEMO-1"} Bearer sesam']);
  });
});
