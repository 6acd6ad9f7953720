import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type HttpTarget, targetOf } from './http-target.ts';

/** An outgoing request with nothing left to fill in; JSON, since it crosses to a worker. */
export interface PlainRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Base64. */
  readonly body?: string;
  readonly timeoutMs: number;
  /** Where hosts really are: host → origin. */
  readonly hosts: readonly (readonly [host: string, origin: string])[];
}

/** What came of an outgoing HTTP request. */
export interface HttpExchange {
  /** Undefined when there was no answer. */
  readonly code: number | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Base64; undefined when there was no answer. */
  readonly body: string | undefined;
  /** Why there was no answer. */
  readonly exception: string | undefined;
}

/** As many redirects as Java's HTTP client follows would do; more are a loop. */
const mostRedirects = 5;

/**
 * Sends a request, to mapped hosts and to this machine only. GET and HEAD follow redirects.
 * @returns always; what went wrong is in `exception`
 */
export async function sendRequest(request: PlainRequest): Promise<HttpExchange> {
  const deadline = Date.now() + request.timeoutMs;
  let { url } = request;
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const exchange = await exchangeOnce({ ...request, url }, deadline);
      const next = redirectOf(request.method, exchange);
      if (next === undefined) return exchange;
      url = new URL(next, url).href;
    }
    throw new Error(`more than ${mostRedirects} redirects`);
  } catch (error) {
    return { code: undefined, headers: [], body: undefined, exception: describe(error) };
  }
}

async function exchangeOnce(request: PlainRequest, deadline: number): Promise<HttpExchange> {
  const target = targetOf(request.url, new Map(request.hosts));
  const response = await openResponse(request, target, deadline);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    code: response.statusCode,
    headers: headersOf(response.rawHeaders),
    body: Buffer.concat(chunks).toString('base64'),
    exception: undefined,
  };
}

function openResponse(
  { method, headers, body, timeoutMs }: PlainRequest,
  { url, host }: HttpTarget,
  deadline: number,
): Promise<IncomingMessage> {
  const content = body === undefined ? undefined : Buffer.from(body, 'base64');
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const timeout = AbortSignal.timeout(Math.max(1, deadline - Date.now()));
    const outgoing = send(url, { method, signal: timeout, setHost: false });
    outgoing.setHeader('Host', host);
    for (const [name, value] of headers) outgoing.appendHeader(name, value);
    if (content !== undefined) outgoing.setHeader('Content-Length', content.byteLength);
    outgoing.on('response', resolve);
    outgoing.on('error', (error) =>
      reject(timeout.aborted ? new Error(`no answer within ${timeoutMs} ms`) : error),
    );
    outgoing.end(content);
  });
}

function redirectOf(method: string, { code = 0, headers }: HttpExchange): string | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || ![301, 302, 303, 307, 308].includes(code)) return undefined;
  return headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
}

function headersOf(raw: readonly string[]): [string, string][] {
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2)
    headers.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return headers;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'the answer did not come in time';
  const code = 'code' in error ? String(error.code) : '';
  return error.message === '' ? code : error.message;
}
