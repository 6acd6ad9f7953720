import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { dispatch } from '../dispatch/dispatch.ts';
import { type EndpointAnswer, type EndpointCall, refuse } from '../dispatch/endpoint-call.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { createAnswer } from '../rest/answer-body.ts';
import { authenticate } from '../rest/authenticate.ts';
import { RestError } from '../rest/rest-error.ts';
import { findArticle, findIssue, findProject, findUser } from '../world/lookup.ts';
import type { Id, Transaction } from '../world/transaction.ts';

/** Above what any handler should take: handlers are to refuse large bodies themselves. */
const maxBodyBytes = 32 * 1024 * 1024;

const methods: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'DELETE']);

type Scope = EndpointCall['scope'];

const scopes: readonly {
  prefix: string;
  scope: Scope;
  find: (tx: Transaction, id: string) => Id | undefined;
}[] = [
  { prefix: '/api/issues/:id', scope: 'issue', find: findIssue },
  { prefix: '/api/articles/:id', scope: 'article', find: findArticle },
  { prefix: '/api/admin/projects/:id', scope: 'project', find: findProject },
  { prefix: '/api/users/:id', scope: 'user', find: findUser },
  { prefix: '/api', scope: 'global', find: () => undefined },
];

/** The five URL shapes under which apps' HTTP handlers answer. Source: JetBrains' reference on HTTP handlers. */
export function createExtensionEndpoints(sandbox: Sandbox): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: maxBodyBytes, onError: refuseBody });
  for (const { prefix, scope, find } of scopes) {
    const answer = (context: Context) => answerCall(sandbox, context, { scope, find });
    routes.all(`${prefix}/extensionEndpoints/:app/:handler`, limit, answer);
    routes.all(`${prefix}/extensionEndpoints/:app/:handler/:path{.*}`, limit, answer);
  }
  return routes;
}

async function answerCall(
  sandbox: Sandbox,
  { req }: Context,
  { scope, find }: { scope: Scope; find: (tx: Transaction, id: string) => Id | undefined },
): Promise<Response> {
  if (!methods.has(req.method)) return toResponse(refuse(405, [...methods].join(', ')));
  const id = req.param('id');
  const { user, entity } = await sandbox.world.transactions.run('read', (tx) => {
    const caller = authenticate(tx, req.header('authorization'));
    if (id === undefined) return { user: caller, entity: undefined };
    return { user: caller, entity: scope === 'user' && id === 'me' ? caller : find(tx, id) };
  });
  const url = new URL(req.url);
  const answer = await dispatch(sandbox, {
    user,
    scope,
    ...(entity === undefined ? {} : { entity }),
    app: req.param('app') ?? '',
    handler: req.param('handler') ?? '',
    path: req.param('path') ?? '',
    fullPath: decodeURIComponent(url.pathname),
    method: req.method,
    headers: [...req.raw.headers].map(([name, value]) => ({ name, value })),
    parameters: [...url.searchParams],
    body: new Uint8Array(await req.arrayBuffer()),
  });
  return toResponse(answer);
}

function toResponse({ status, headers, body }: EndpointAnswer): Response {
  const hasNoBody = status === 204 || status === 205 || status === 304;
  return createAnswer(hasNoBody ? null : body, {
    status,
    headers: headers.map(({ name, value }): [string, string] => [name, value]),
  });
}

function refuseBody(): never {
  throw new RestError(413, `A request body may have up to ${maxBodyBytes} bytes.`);
}
