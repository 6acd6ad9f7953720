import type { Context, MiddlewareHandler } from 'hono';
import type { Journal, KeptText } from '../ports/journal.ts';
import { bodyOf } from '../rest/answer-body.ts';
import { isText, readBody, readCharacters, readText } from './kept-text.ts';

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

/** What is known of an answer's body: all of it, or a copy to read, or that it is no text. */
type Known = string | Uint8Array | Response | undefined;

async function note(journal: Journal, context: Context, { copy, ...noted }: Noted): Promise<void> {
  const { req, res } = context;
  const copyAnswer = () => (isText(res.headers.get('content-type') ?? '') ? res.clone() : undefined);
  const known = bodyOf(res) ?? copyAnswer();
  const requestHeaders = [...req.raw.headers];
  const [requestBody, responseBody] = await Promise.all([readRequest(context, copy), readAnswer(known, res)]);
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
  if (req.method === 'GET' || req.method === 'HEAD') return undefined;
  const size = Number(req.header('content-length') ?? 0);
  if (size > longestBodyBytes) return { text: '', size, cut: 'long' };
  if (!isText(contentType)) return { text: '', size, cut: 'binary' };
  const { text, arrayBuffer } = req.bodyCache;
  try {
    // What somebody has read already is not read again.
    if (text !== undefined) return readText(await text);
    return readBody(new Uint8Array(await (arrayBuffer ?? (copy ?? req).arrayBuffer())), contentType);
  } catch {
    // Whoever asked has gone, or the body was taken by somebody else: there is nothing to show then.
    return undefined;
  }
}

/** The beginning of an answer, and how long it is. */
async function readAnswer(known: Known, { headers }: Response): Promise<KeptText | undefined> {
  const contentType = headers.get('content-type') ?? '';
  if (typeof known === 'string') return readText(known);
  if (known instanceof Uint8Array) return readBody(known, contentType);
  if (known === undefined)
    return { text: '', size: Number(headers.get('content-length') ?? 0), cut: 'binary' };
  const reader = known.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    if (size < readCharacters) chunks.push(part.value);
    size += part.value.byteLength;
  }
  return readBody(Buffer.concat(chunks), contentType, size);
}

function callerOf(authorization: string | undefined): string {
  if (authorization === undefined) return 'guest';
  const token = /^bearer +perm:(.+)$/i.exec(authorization.trim())?.[1];
  return token === undefined ? '?' : Buffer.from(token, 'latin1').toString('utf8');
}
