import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSandbox, type Sandbox } from 'youtrack-sandbox';

let running: Sandbox;
const faults: string[] = [];
beforeAll(async () => {
  running = await createSandbox({
    port: 0,
    // What the sandbox says of a call that it has refused is no fault.
    onLine: (line) => (line.startsWith('[sandbox] ') ? 0 : faults.push(line)),
  });
});
afterAll(() => running.close());

describe('a request as no client sends it', () => {
  const close = 'Host: localhost\r\nConnection: close\r\n\r\n';
  const rows: readonly [rule: string, request: string, status: number][] = [
    ['a path that cannot be decoded', `GET /api/%zz HTTP/1.1\r\n${close}`, 400],
    ['half a character in UTF-8', `GET /api/issues/%e0%a4 HTTP/1.1\r\n${close}`, 400],
    ['a query that cannot be decoded', `GET /api/issues?query=%zz HTTP/1.1\r\n${close}`, 400],
    ['a host that is none', 'GET /api/users/me HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n', 400],
    ['no host', 'GET /api/users/me HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an absolute URL that is none', `GET http://[ HTTP/1.1\r\n${close}`, 400],
    ['what is no HTTP', 'GARBAGE\r\n\r\n', 400],
    ['a header beyond all measure', `GET / HTTP/1.1\r\nX: ${'a'.repeat(40_000)}\r\n${close}`, 431],
    ['a path with a way out', `GET /api/../../etc/passwd HTTP/1.1\r\n${close}`, 404],
    ['a NUL in the path', `GET /api/issues/%00 HTTP/1.1\r\n${close}`, 404],
    ['a method nobody knows here', `OPTIONS /api/extensionEndpoints/a/b/c HTTP/1.1\r\n${close}`, 405],
    ['an id of ten thousand characters', `GET /api/issues/${'A'.repeat(10_000)} HTTP/1.1\r\n${close}`, 404],
    [
      'a prototype for an id',
      `GET /api/admin/apps/__proto__ HTTP/1.1\r\nAuthorization: Bearer perm:admin\r\n${close}`,
      404,
    ],
    [
      'a prototype for an app',
      `GET /api/extensionEndpoints/constructor/__proto__/toString HTTP/1.1\r\nAuthorization: Bearer perm:admin\r\n${close}`,
      404,
    ],
    [
      'a token with odd bytes',
      `GET /api/users/me HTTP/1.1\r\nAuthorization: Bearer perm:\xff\xfe\r\n${close}`,
      401,
    ],
  ];

  test.each(rows)('%s is answered, not fallen over', async (_, request, status) => {
    expect(await send(request)).toBe(status);
    expect((await fetch(`${running.url}/api/users/me`)).status).toBe(200);
    expect(faults).toEqual([]);
  });
});

/** Sends bytes as they are. @returns the status of the answer */
function send(request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.once('close', () => resolve(Number(answer.split(' ')[1])));
    socket.once('error', reject);
    socket.write(request, 'latin1');
  });
}
