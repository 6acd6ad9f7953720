import type { Sent } from './case.ts';

/** What came back, with a JSON body parsed. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Anything that answers a request of the contract: a server over HTTP, or one in this process. */
export type Send = (sent: Sent) => Promise<Answered>;

/** What cases write for the address of the server they are sent to. */
export const thisServer = 'https://this.server';

/** Sends over HTTP, with the caller's permanent token. */
export function createHttpSend(origin: string): Send {
  return createSend((path, init) => fetch(origin + path, init), origin);
}

/** Sends to whatever answers requests; `origin` is what the server calls itself. */
export function createSend(
  answer: (path: string, init: RequestInit) => Promise<Response>,
  origin: string,
): Send {
  return async (sent) => {
    const response = await answer(withOrigin(sent.path, origin), {
      method: sent.method,
      headers: headersOf(sent),
      ...(sent.body === undefined ? {} : { body: withOrigin(bodyOf(sent), origin) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      body: parsed(text),
      headers: Object.fromEntries(response.headers),
    };
  };
}

function withOrigin(text: string, origin: string): string {
  return text
    .replaceAll(thisServer, origin)
    .replaceAll(encodeURIComponent(thisServer), encodeURIComponent(origin));
}

function headersOf(sent: Sent): Record<string, string> {
  const authorization = sent.authorization ?? (sent.as === null ? undefined : `Bearer perm:${sent.as}`);
  return {
    ...(authorization === undefined ? {} : { authorization }),
    ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}

export function bodyOf(sent: Sent): string {
  return typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
