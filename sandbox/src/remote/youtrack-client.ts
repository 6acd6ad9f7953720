import { StartError } from '../server/start-error.ts';

/** What a server answered. */
export interface RemoteAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

export interface RemoteRequest {
  /** The token to ask with; the client's own when left out, none when null. */
  readonly token?: string | null;
  /** JSON, or a form or text as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A YouTrack reached over HTTP: a server of somebody's, or a sandbox. */
export interface YouTrackClient {
  /** Without a slash at the end; may have a path, as `https://example.myjetbrains.com/youtrack` has. */
  readonly url: string;
  /**
   * Sends one request, such as `GET /api/users/me`, and takes whatever status comes.
   * @throws StartError when there is no answer at all
   */
  send(request: string, options?: RemoteRequest): Promise<RemoteAnswer>;
}

/** Longest time one answer may take. */
const timeLimitMs = 60_000;

/**
 * A client for one server.
 * @param token a permanent token: `perm:…`
 * @throws StartError when the address is none
 */
export function createYouTrackClient({ url, token }: { url: string; token: string }): YouTrackClient {
  const base = parseAddress(url);
  return {
    url: base,
    async send(request, { token: asked = token, body, headers = {} } = {}) {
      const [method = 'GET', path = ''] = request.split(' ');
      const response = await ask(base, path, {
        method,
        redirect: 'manual',
        headers: {
          ...(asked === null ? {} : { authorization: `Bearer ${asked}` }),
          ...headersOf(body),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeLimitMs),
      });
      return response;
    },
  };
}

function parseAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new StartError(`"${text}" is no address of a server; it looks like https://example.youtrack.cloud`);
  return `${url.origin}${url.pathname.replace(/(?<!\/)\/+$/, '')}`;
}

function headersOf(body: unknown): Record<string, string> {
  const isJson = body !== undefined && !(body instanceof FormData) && typeof body !== 'string';
  return { accept: 'application/json', ...(isJson ? { 'content-type': 'application/json' } : {}) };
}

async function ask(base: string, path: string, init: RequestInit): Promise<RemoteAnswer> {
  try {
    const response = await fetch(base + path, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parseJson(text) };
  } catch (error) {
    throw new StartError(`${base} does not answer: ${reasonOf(error)}`);
  }
}

/** `fetch` says no more than that it failed; why is in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause ? `${cause.message || cause.name} (${String(cause.code)})` : cause.message;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is still there as text.
    return undefined;
  }
}
