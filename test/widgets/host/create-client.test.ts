import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type AppCall, createClient } from '../../../widgets/shared/host/create-client.ts';
import { createCauseFinder } from '../../../widgets/shared/host/find-cause.ts';
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

describe('who did not answer', () => {
  const silent = () => Promise.reject(new Error('raw'));
  const findCause = (answering: readonly string[], type = 'ticket') =>
    createCauseFinder(
      { fetchYouTrack: async (url) => (answering.includes(url) ? {} : await silent()) },
      { id: '2-1', type },
    );
  const ask = (answering: readonly string[]) =>
    createClient({ fetchApp: silent }, () => true, findCause(answering)).call(read);

  test('YouTrack itself', async () => {
    expect(await ask([])).toMatchObject({ failure: { kind: 'unreachable' } });
  });

  test('the app, where YouTrack and the object are there', async () => {
    expect(await ask(['users/me', 'issues/2-1'])).toMatchObject({ failure: { kind: 'app_failed' } });
  });

  test('nobody has to: the object is gone, or hidden by now', async () => {
    expect(await ask(['users/me'])).toMatchObject({ failure: { kind: 'not_found' } });
  });

  test.each([
    ['article', 'articles/2-1'],
    ['project', 'admin/projects/2-1'],
    ['user', 'users/2-1'],
  ])('a missing %s is looked for where it would be', async (type, path) => {
    expect(await findCause(['users/me'], type)('unreachable')).toBe('not_found');
    expect(await findCause(['users/me', path], type)('unreachable')).toBe('app_failed');
  });

  test('in time is told apart too, and what is known already is not asked again', async () => {
    expect(await findCause(['users/me', 'issues/2-1'])('timeout')).toBe('app_slow');
    expect(await findCause([])('timeout')).toBe('timeout');
    expect(await findCause(['users/me'])('forbidden')).toBe('forbidden');
    expect(await findCause(['users/me'])('offline')).toBe('offline');
  });

  test('a YouTrack that says nothing at all is not waited for longer than three seconds', async () => {
    const find = createCauseFinder({ fetchYouTrack: () => new Promise(() => undefined) }, null);
    const cause = find('timeout');
    await jest.advanceTimersByTimeAsync(3_000);
    expect(await cause).toBe('timeout');
  });
});
