import { expect, test } from '@jest/globals';
import type { Connection, Response } from '@jetbrains/youtrack-scripting-api/http';
import type { TrackerRequest } from '../../src/ports/tracker.ts';
import { createTrackerTransport } from '../../src/youtrack/tracker-transport.ts';

const secret = Object.freeze({ toString: () => '********' });
const connection = {
  organizationId: '123456',
  organizationHeader: 'X-Org-ID',
  authorization: secret,
} as const;
const request: TrackerRequest = {
  method: 'POST',
  path: '/v3/issues/_search',
  query: { perPage: '50' },
  body: '{"keys":["TEST-1"]}',
  language: 'ru',
  timeoutMs: 3_000,
};

/** The host's `http`, which notes what it was asked and answers as the test wants. */
function fakeHttp(response: Response) {
  const seen: unknown[] = [];
  class Fake implements Connection {
    constructor(...args: readonly unknown[]) {
      seen.push(args);
    }
    addHeader(name: string, value: unknown) {
      seen.push([name, value]);
      return this;
    }
    doSync(...args: readonly unknown[]) {
      seen.push(args);
      return response;
    }
  }
  return { seen, http: { Connection: Fake } };
}

/** A number, a text and a list as an engine on the JVM may hand them over. */
const long = (value: number) => ({ valueOf: () => value, toString: () => String(value) });
const text = (value: string) => ({ toString: () => value });
const list = <T>(...elements: readonly T[]) => ({
  forEach: (visit: (element: T) => void) => elements.forEach(visit),
});

test('the host is fixed, the secret goes as it came, and JSON is called JSON', () => {
  const { seen, http } = fakeHttp({ code: 200, response: '[]', headers: [] });
  createTrackerTransport(http, connection).send(request);
  expect(seen).toEqual([
    ['https://api.tracker.yandex.net', null, 3_000],
    ['Authorization', secret],
    ['X-Org-ID', '123456'],
    ['Accept', 'application/json'],
    ['Accept-Language', 'ru'],
    ['Content-Type', 'application/json; charset=utf-8'],
    ['POST', '/v3/issues/_search', [{ name: 'perPage', value: '50' }], '{"keys":["TEST-1"]}'],
  ]);
});

test('an answer of the host’s own numbers, texts and lists is read as plain ones', () => {
  const headers = list({ name: text('Retry-After'), value: long(7) }, { name: null, value: undefined });
  const { http } = fakeHttp({ code: long(429), response: text('Слишком часто'), headers });
  expect(createTrackerTransport(http, connection).send(request)).toEqual({
    status: 429,
    text: 'Слишком часто',
    headers: [
      { name: 'Retry-After', value: '7' },
      { name: '', value: '' },
    ],
  });
});

test.each([[undefined], [null], [0], [long(0)]])('the status %p is no answer', (code) => {
  const { http } = fakeHttp({ code, response: null, headers: [] });
  expect(createTrackerTransport(http, connection).send(request)).toBeUndefined();
});
