import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type AppCall, createClient } from '../../../widgets/shared/host/create-client.ts';
import type { RequestParams } from '../../../widgets/shared/host/youtrack-app.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const read: AppCall = { endpoint: 'issue/panel', scope: 'entity' };

function clientOf(answer: (url: string, params: RequestParams) => Promise<unknown>, isOnline = () => true) {
  return createClient({ fetchApp: answer }, isOnline);
}

describe('what is sent', () => {
  test('the envelope is asked for, blank parameters are left out, the scope is named', async () => {
    const calls: unknown[] = [];
    const client = clientOf(async (url, params) => {
      calls.push(url, params);
      return { ok: true, data: 1 };
    });
    await client.call({
      endpoint: 'issue/links',
      scope: 'entity',
      method: 'DELETE',
      query: { issueKey: 'TEST-1', text: '', kind: undefined },
    });
    await client.call({ endpoint: 'admin/status', scope: 'global' });
    expect(calls).toEqual([
      'issue/links',
      { method: 'DELETE', query: { issueKey: 'TEST-1', envelope: 'true' }, scope: true },
      'admin/status',
      { method: 'GET', query: { envelope: 'true' } },
    ]);
  });
});

describe('what comes back', () => {
  test('an answer', async () => {
    const client = clientOf(async () => ({ ok: true, data: { key: 'DEMO-1' } }));
    expect(await client.call(read)).toEqual({ ok: true, data: { key: 'DEMO-1' } });
  });

  test('a refusal, with the fields it names', async () => {
    const problem = {
      error: 'malformed',
      error_description: 'raw text of the server',
      problems: [{ field: 'login', expected: '', received: '' }],
    };
    const client = clientOf(async () => ({ ok: false, status: 400, problem }));
    expect(await client.call(read)).toEqual({ ok: false, failure: { kind: 'malformed', fields: ['login'] } });
  });

  test.each([
    [undefined],
    [''],
    [{ error: 'Not Found', error_description: 'x' }],
    [{ ok: false, problem: { error: 'new-code' } }],
  ])('%j is broken', async (answer) => {
    const outcome = await clientOf(async () => answer).call(read);
    expect(outcome).toEqual({ ok: false, failure: { kind: 'broken', fields: [] } });
  });

  test('a host that throws is unreachable, or offline when the browser says so', async () => {
    const throws = async () => {
      throw new Error('Request failed with status code 500');
    };
    expect(await clientOf(throws).call(read)).toMatchObject({ failure: { kind: 'unreachable' } });
    let isOnline = true;
    const client = clientOf(
      async () => {
        isOnline = false;
        throw new Error('x');
      },
      () => isOnline,
    );
    expect(await client.call(read)).toMatchObject({ failure: { kind: 'offline' } });
  });

  test('a host that throws before it promises anything is unreachable too', async () => {
    const client = clientOf(() => {
      throw new TypeError('host.fetchApp: line is not open');
    });
    expect(await client.call(read)).toEqual({ ok: false, failure: { kind: 'unreachable', fields: [] } });
  });

  test.each([
    [403, 'forbidden'],
    [404, 'not_found'],
    [500, 'broken'],
  ])('a host that passes the status %d on is understood', async (status, kind) => {
    const client = clientOf(() => Promise.reject(Object.assign(new Error('raw'), { status })));
    expect(await client.call(read)).toMatchObject({ failure: { kind } });
  });

  test('offline, nothing is sent', async () => {
    let calls = 0;
    const client = clientOf(
      async () => {
        calls += 1;
      },
      () => false,
    );
    expect(await client.call(read)).toMatchObject({ failure: { kind: 'offline' } });
    expect(calls).toBe(0);
  });

  test('no answer in 20 seconds is a timeout', async () => {
    const outcome = clientOf(() => new Promise(() => undefined)).call(read);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await outcome).toMatchObject({ failure: { kind: 'timeout' } });
  });

  test('an answer in time leaves no timer behind', async () => {
    await clientOf(async () => ({ ok: true, data: 1 })).call(read);
    expect(jest.getTimerCount()).toBe(0);
  });
});
