import type { PageEntity } from '../../../src/ports/page-ports.ts';
import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { HttpContext } from '../../../src/youtrack/script-context.ts';
import type { Sent } from '../case.ts';
import { bodyOf, type Send } from '../send.ts';
import type { MemoryStore } from './memory-entities.ts';
import { findInMemory } from './memory-host.ts';
import { createMemoryPages, toPageEntity } from './memory-pages.ts';
import type { MemoryWorld } from './memory-world.ts';

/** What a handler's source exports. */
export interface HandlerSource {
  readonly httpHandler: {
    readonly endpoints: readonly {
      readonly method: string;
      readonly path: string;
      readonly handle: (ctx: HttpContext) => void;
    }[];
  };
}

/** Gives the sources' `open…` functions what they open, in place of YouTrack's context. */
export interface OpenedContext extends HttpContext {
  readonly opened: ReturnType<typeof createMemoryPages> & { readonly own?: PageEntity };
}

const scopes: readonly { pattern: RegExp; kind: EntityKind | undefined }[] = [
  { pattern: /^\/api\/issues\/([^/]+)\//, kind: 'issue' },
  { pattern: /^\/api\/articles\/([^/]+)\//, kind: 'article' },
  { pattern: /^\/api\/admin\/projects\/([^/]+)\//, kind: 'project' },
  { pattern: /^\/api\/users\/([^/]+)\//, kind: 'user' },
  { pattern: /^\/api\/extensionEndpoints\//, kind: undefined },
];

/** Answers requests with the handlers' sources on a world in memory. */
export function createMemorySend(
  world: MemoryWorld,
  handlers: Readonly<Record<string, HandlerSource>>,
): Send {
  const store = storeOf(world);
  return async (sent) => {
    const url = new URL(sent.path, 'http://youtrack.example');
    const [, handler = '', path = ''] = /tracker-links\/([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
    const endpoint = handlers[handler]?.httpHandler.endpoints.find(
      (one) => one.path === path && one.method === sent.method,
    );
    if (endpoint === undefined) throw new Error(`no endpoint for ${sent.method} ${sent.path}`);
    const ctx = openContext({ world, store, login: sent.as ?? 'guest' }, sent, url);
    endpoint.handle(ctx);
    const text = JSON.stringify(ctx.answered);
    const headers = { 'content-type': 'application/json' };
    return { status: ctx.response.code, text, body: JSON.parse(text), headers };
  };
}

function openContext(view: { world: MemoryWorld; store: MemoryStore; login: string }, sent: Sent, url: URL) {
  const scope = scopes.find(({ pattern }) => pattern.test(url.pathname));
  const key = decodeURIComponent(scope?.pattern.exec(url.pathname)?.[1] ?? '');
  const own = scope?.kind === undefined ? undefined : findInMemory(view, { kind: scope.kind, key });
  const host = createMemoryPages(view, own);
  const ctx = {
    opened: own === undefined ? host : { ...host, own: toPageEntity(own, host.settings.fields) },
    answered: undefined as unknown,
    request: {
      body: sent.body === undefined ? '' : bodyOf(sent),
      method: sent.method,
      fullPath: url.pathname,
      getParameters: (name: string) => url.searchParams.getAll(name),
    },
    response: {
      code: 200,
      json: (body: unknown) => {
        ctx.answered = body;
      },
    },
  };
  return ctx as typeof ctx & OpenedContext;
}

function storeOf({ apps }: MemoryWorld): MemoryStore {
  const store: MemoryStore = new Map();
  for (const [type, entities] of Object.entries(apps['tracker-links'].extensionProperties)) {
    for (const [key, values] of Object.entries(entities)) store.set(`${type} ${key}`, { ...values });
  }
  return store;
}
