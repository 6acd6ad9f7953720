import { beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Issue } from '@jetbrains/youtrack-scripting-api/entities';
import type { HttpContext } from '../../src/youtrack/script-context.ts';
import { fakeContext } from '../youtrack/fake-context.ts';
import { fakeArticle, fakeIssue, fakeProject, fakeUser, fakeYouTrack } from '../youtrack/fake-youtrack.ts';

interface HttpHandler {
  readonly endpoints: readonly {
    scope: string;
    method: string;
    path: string;
    handle(ctx: HttpContext): void;
  }[];
  readonly asyncFunctions: Readonly<Record<string, (ctx: HttpContext) => void>>;
}

const issues: Issue[] = [];
const { search, ...entities } = fakeYouTrack({ issues });
const handlers: Record<string, HttpHandler> = {};

// The one file that loads the scripting API must find ours, so the handlers are loaded after it is in place.
beforeAll(() => {
  jest.doMock('@jetbrains/youtrack-scripting-api/entities', () => entities);
  jest.doMock('@jetbrains/youtrack-scripting-api/search', () => ({ search }));
  for (const name of ['issue', 'article', 'project', 'user', 'global']) {
    const loaded = jest.requireActual<{ httpHandler: HttpHandler }>(`../../handlers/${name}.ts`);
    handlers[name] = loaded.httpHandler;
  }
});

beforeEach(() => {
  issues.length = 0;
  jest.restoreAllMocks();
  jest.spyOn(console, 'error').mockImplementation(() => {});
});

function call(handler: string, method: string, path: string, ctx: HttpContext): void {
  const endpoint = handlers[handler]?.endpoints.find((one) => one.method === method && one.path === path);
  if (endpoint === undefined) throw new Error(`${handler} has no ${method} ${path}`);
  endpoint.handle(ctx);
}

describe('the handlers', () => {
  test.each([
    ['issue', ['GET info', 'GET links', 'POST links', 'DELETE links']],
    ['article', ['GET info', 'GET links', 'POST links', 'DELETE links']],
    ['project', ['GET info', 'GET links', 'POST links', 'DELETE links']],
    ['user', ['GET info', 'GET links', 'POST links', 'DELETE links']],
    ['global', ['GET info', 'GET links', 'POST links', 'DELETE links', 'GET suggest']],
  ])('%s has the endpoints %j in its own scope', (name, expected) => {
    const endpoints = handlers[name]?.endpoints ?? [];
    const actual = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(actual).toEqual(expect.arrayContaining(expected));
    expect(new Set(endpoints.map(({ scope }) => scope))).toEqual(new Set([name]));
    expect(Object.keys(handlers[name]?.asyncFunctions ?? {})).toEqual([
      'settleLinks',
      'tellTracker',
      'keepCalls',
      'rememberDisclosure',
    ]);
  });

  test.each([
    ['issue', { issue: fakeIssue() }, 'DEMO-1'],
    [
      'article',
      { article: fakeArticle(), currentUser: fakeUser({ login: 'a', permissions: ['READ_ARTICLE@DEMO'] }) },
      'DEMO-A-1',
    ],
    [
      'project',
      {
        project: fakeProject(),
        currentUser: fakeUser({ login: 'a', permissions: ['READ_PROJECT_BASIC@DEMO'] }),
      },
      'DEMO',
    ],
    ['user', { user: fakeUser({ login: 'jane' }) }, 'jane'],
  ])('%s tells about the object of its address', (name, changes, key) => {
    const ctx = fakeContext({}, changes);
    call(name, 'GET', 'info', ctx);
    expect(ctx.answer).toMatchObject({ code: 200, body: { key } });
  });

  test('ask the platform for nothing that info does not need', () => {
    const { request } = fakeContext({});
    const readBody = jest.fn(() => '');
    const printed = jest.fn(() => 'Открыта');
    const ctx = fakeContext(
      {},
      {
        issue: fakeIssue({ fields: { State: { name: 'Открыта', toString: printed } } }),
        request: Object.defineProperty({ ...request }, 'body', { get: readBody }),
      },
    );
    call('issue', 'GET', 'info', ctx);
    expect(ctx.answer).toMatchObject({ code: 200, body: { status: { name: 'Открыта' } } });
    expect([readBody, printed].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  test('make, list and remove a link', () => {
    const issue = fakeIssue();
    const post = fakeContext({ method: 'POST', body: { issueKey: 'test-1' } }, { issue });
    call('issue', 'POST', 'links', post);
    expect(post.answer).toEqual({
      code: 200,
      body: { issueKey: 'TEST-1', linked: ['DEMO-1'], alreadyLinked: [] },
    });
    expect(post.invoked).toMatchObject([{ name: 'settleLinks' }]);

    const get = fakeContext({}, { issue });
    call('issue', 'GET', 'links', get);
    expect(get.answer).toMatchObject({
      body: { key: 'DEMO-1', links: [{ issueKey: 'TEST-1', addedBy: 'jane' }] },
    });

    const remove = fakeContext({ method: 'DELETE', query: 'issueKey=TEST-1' }, { issue });
    call('issue', 'DELETE', 'links', remove);
    expect(remove.answer).toMatchObject({ code: 200, body: { removed: ['DEMO-1'] } });
    expect(issue.extensionProperties.hasTrackerLinks).toBe(false);
  });

  test('look after a link in a transaction of its own', () => {
    const issue = fakeIssue();
    issues.push(issue);
    const post = fakeContext({ method: 'POST', body: { issueKey: 'TEST-1' } }, { issue });
    call('issue', 'POST', 'links', post);
    issue.extensionProperties.trackerLinks = null;
    const later = fakeContext({}, { load: (key) => post.stored.get(key) });
    handlers.issue?.asyncFunctions.settleLinks?.(later);
    expect(issue.extensionProperties.trackerLinks).toContain('TEST-1');
    expect(later.invoked).toMatchObject([{ name: 'settleLinks' }]);
  });

  test('put answers into an envelope when asked to', () => {
    const ctx = fakeContext({ query: 'envelope=true&key=DEMO-9' });
    call('global', 'GET', 'info', ctx);
    expect(ctx.answer).toMatchObject({
      code: 200,
      body: { ok: false, status: 404, problem: { error: 'not_found' } },
    });
  });

  test('read parameters from whatever kind of list the server has', () => {
    const list = (...elements: string[]) =>
      Object.assign(Object.create(null), elements, { length: elements.length }) as unknown;
    const ctx = fakeContext({});
    const values: Readonly<Record<string, unknown>> = { key: list('связь?'), envelope: list('true') };
    call('global', 'GET', 'info', {
      ...ctx,
      request: { ...ctx.request, getParameters: (name) => values[name] ?? null },
    });
    expect(ctx.answer).toMatchObject({
      code: 200,
      body: { ok: false, problem: { problems: [{ field: 'key', received: '"связь?"' }] } },
    });
  });

  test('tell a malformed envelope together with all other malformed fields', () => {
    const ctx = fakeContext({ query: 'envelope=maybe&issueKey=x' });
    call('global', 'DELETE', 'links', ctx);
    expect(ctx.answer).toMatchObject({
      code: 400,
      body: { problems: [{ field: 'envelope' }, { field: 'issueKey' }, { field: 'remoteKey' }] },
    });
  });
});

describe('an exception', () => {
  function broken(properties: object) {
    return { issue: fakeIssue({ extensionProperties: properties as Record<string, unknown> }) };
  }

  test('where nothing was written becomes a proper answer, and is logged with its endpoint', () => {
    const properties = {
      get trackerLinks() {
        throw new Error('the database is on fire');
      },
    };
    const ctx = fakeContext({ query: 'issueKey=TEST-1' }, broken(properties));
    call('issue', 'GET', 'links', ctx);
    expect(ctx.answer).toMatchObject({ code: 502, body: { error: 'upstream', problems: [] } });
    expect(JSON.stringify(ctx.answer)).not.toContain('fire');
    expect(console.error).toHaveBeenCalledWith(
      expect.stringMatching(/^GET \/tracker-links\/issue\/links issueKey=TEST-1 failed: .*on fire/),
    );
  });

  test('after something was written goes on to YouTrack, which undoes it', () => {
    const properties = {
      trackerLinks: null,
      set hasTrackerLinks(_: unknown) {
        throw new Error('the database is on fire');
      },
    };
    const ctx = fakeContext({ method: 'POST', body: { issueKey: 'TEST-1' } }, broken(properties));
    expect(() => call('issue', 'POST', 'links', ctx)).toThrow('on fire');
    expect(console.error).toHaveBeenCalledTimes(1);
  });

  test('at the first write of a DELETE puts the removal off', () => {
    const properties = {
      get trackerLinks() {
        return '{"v":1,"links":["TEST-1 +1 youtrack jane"]}';
      },
      set trackerLinks(_: unknown) {
        throw new Error('read-only');
      },
    };
    const ctx = fakeContext({ method: 'DELETE', query: 'issueKey=TEST-1' }, broken(properties));
    call('issue', 'DELETE', 'links', ctx);
    expect(ctx.answer).toEqual({ code: 202, body: { issueKey: 'TEST-1', scheduled: ['DEMO-1'] } });
    expect(ctx.invoked).toEqual([{ name: 'settleLinks', delayMs: 0 }]);
  });
});
