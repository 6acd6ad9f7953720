import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseFlags } from '../../src/server/parse-flags.ts';
import { type RunningSandbox, startSandbox } from '../../src/server/start-sandbox.ts';
import { buildFolder } from '../support/build-folder.ts';

let running: RunningSandbox;
beforeAll(async () => {
  running = await startSandbox({
    flags: parseFlags(['--port', '0', '--tracker-port', '0']),
    buildFolder,
    onLine: () => undefined,
  });
});
afterAll(() => running?.close());

type Headers = Readonly<Record<string, string>>;

/** Sends a request with headers that `fetch` would not let pass. */
function send(url: string, method: string, headers: Headers): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject).end();
  });
}

describe.each(['youtrack', 'tracker'] as const)('the %s side', (side) => {
  const paths = { youtrack: '/api/_sandbox/outbox', tracker: '/_sandbox/calls' };
  const address = () => running[side] + paths[side];
  const port = () => new URL(running[side]).port;
  const clearing = { youtrack: 200, tracker: 204 }[side];

  test.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['LOCALHOST', true],
    ['youtrack.localhost', true],
    ['127.0.0.2', true],
    ['[::1]', true],
    ['evil.test', false],
    ['localhost.evil.test', false],
    ['127.0.0.1.evil.test', false],
    ['10.0.0.1', false],
    ['0.0.0.0', false],
  ])('asked for by the name %s answers: %s', async (name, isOwn) => {
    expect(await send(address(), 'GET', { host: `${name}:${port()}` })).toBe(isOwn ? 200 : 421);
  });

  const attacks: readonly [page: string, headers: Headers][] = [
    ['another site', { origin: 'https://evil.test' }],
    ['a sandboxed frame, which has no origin', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['another site that sends no origin', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
  ];
  test.each(attacks)('takes no change from a page of %s', async (_, headers) => {
    expect(await send(address(), 'DELETE', headers)).toBe(403);
    expect(await send(address(), 'POST', headers)).toBe(403);
  });

  test('may be read from anywhere, as widgets read their files; the browser keeps the answer from strangers', async () => {
    expect(await send(address(), 'GET', { origin: 'null', 'sec-fetch-site': 'cross-site' })).toBe(200);
  });

  test('takes changes from its own pages and from what is no page', async () => {
    const own = { origin: running[side], 'sec-fetch-site': 'same-origin' };
    for (const headers of [own, { 'sec-fetch-site': 'none' }, {}])
      expect(await send(address(), 'DELETE', headers)).toBe(clearing);
  });
});
