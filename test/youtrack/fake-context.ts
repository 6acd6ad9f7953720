import type { HttpContext } from '../../src/youtrack/script-context.ts';
import { fakeUser } from './fake-youtrack.ts';

export interface FakeRequest {
  readonly method?: string;
  readonly query?: string;
  readonly body?: unknown;
}

/** What an endpoint is called with, and what it answered. */
export interface FakeContext extends HttpContext {
  readonly answer: { code: number; body: unknown };
  readonly stored: Map<string, unknown>;
  readonly invoked: { name: string; delayMs: number }[];
}

export function fakeContext(request: FakeRequest, changes: Partial<HttpContext> = {}): FakeContext {
  const query = new URLSearchParams(request.query);
  const answer = { code: 0, body: undefined as unknown };
  const stored = new Map<string, unknown>();
  const invoked: { name: string; delayMs: number }[] = [];
  return {
    currentUser: fakeUser({ login: 'jane', permissions: ['UPDATE_ISSUE@DEMO'] }),
    settings: {},
    request: {
      body: request.body === undefined ? '' : JSON.stringify(request.body),
      method: request.method ?? 'GET',
      fullPath: '/tracker-links/issue/links',
      getParameters: (name) => query.getAll(name),
    },
    response: {
      set code(code: number) {
        answer.code = code;
      },
      json: (body) => {
        answer.body = JSON.parse(JSON.stringify(body));
      },
    },
    store: (key, value) => void stored.set(key, value),
    load: (key) => stored.get(key),
    invokeAsync: (name, delayMs) => void invoked.push({ name, delayMs }),
    answer,
    stored,
    invoked,
    ...changes,
  };
}
