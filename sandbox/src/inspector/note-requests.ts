import type { Context, MiddlewareHandler } from 'hono';
import type { Journal, KeptText } from '../ports/journal.ts';
import { isText, readBody, readCharacters } from './kept-text.ts';

/** What is not YouTrack's own traffic: files of widgets, and the sandbox's own calls. */
const passedOver = /^\/api\/(appResources|_sandbox)\//;

/** A body of more is not read a second time. */
const longestBodyBytes = 1_048_576;

/** Notes what is asked of YouTrack and what it answers. Nobody waits for that: the answer is on its way already. */
export function noteRequests(journal: Journal, now: () => number): MiddlewareHandler {
  return async (context, next) => {
    const url = new URL(context.req.url);
    if (passedOver.test(url.pathname)) return next();
    const id = journal.nextId();
    const at = now();
    const startMs = performance.now();
    // Who answers MCP takes the request itself, and leaves nothing to be read afterwards.
    const copy = url.pathname === '/mcp' ? context.req.raw.clone() : undefined;
    await journal.within({ kind: 'request', id }, next);
    const tookMs = performance.now() - startMs;
    void note(journal, context, { id, at, tookMs, address: url.pathname + url.search, copy });
  };
}

interface Noted {
  readonly id: number;
  readonly at: number;
  readonly tookMs: number;
  readonly address: string;
  readonly copy: Request | undefined;
}

async function note(journal: Journal, context: Context, { copy, ...noted }: Noted): Promise<void> {
  const { req, res } = context;
  const answer = isText(res.headers.get('content-type') ?? '') ? res.clone() : undefined;
  const requestHeaders = [...req.raw.headers];
  const [requestBody, responseBody] = await Promise.all([
    readRequest(context, copy),
    readAnswer(answer, res),
  ]);
  journal.note({
    ...noted,
    direction: 'in',
    who: callerOf(req.header('authorization')),
    method: req.method,
    requestHeaders,
    requestBody,
    status: res.status,
    responseHeaders: [...res.headers],
    responseBody,
    problem: undefined,
    cause: undefined,
  });
}

async function readRequest({ req }: Context, copy: Request | undefined): Promise<KeptText | undefined> {
  const contentType = req.header('content-type') ?? '';
  if (req.method === 'GET' || req.method === 'HEAD' || req.raw.body === null) return undefined;
  const size = Number(req.header('content-length') ?? 0);
  if (size > longestBodyBytes) return { text: '', size, cut: 'long' };
  if (!isText(contentType)) return { text: '', size, cut: 'binary' };
  try {
    return readBody(new Uint8Array(await (copy ?? req).arrayBuffer()), contentType);
  } catch {
    // Whoever asked has gone, or the body was taken by somebody else: there is nothing to show then.
    return undefined;
  }
}

/** The beginning of an answer, and how long it is. */
async function readAnswer(copy: Response | undefined, { headers }: Response): Promise<KeptText | undefined> {
  if (copy === undefined)
    return { text: '', size: Number(headers.get('content-length') ?? 0), cut: 'binary' };
  const reader = copy.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    if (size < readCharacters) chunks.push(part.value);
    size += part.value.byteLength;
  }
  return readBody(Buffer.concat(chunks), headers.get('content-type') ?? '', size);
}

function callerOf(authorization: string | undefined): string {
  if (authorization === undefined) return 'guest';
  const token = /^bearer +perm:(.+)$/i.exec(authorization.trim())?.[1];
  return token === undefined ? '?' : Buffer.from(token, 'latin1').toString('utf8');
}
