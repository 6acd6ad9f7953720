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

/** Sends over HTTP, with the caller's permanent token. */
export function createHttpSend(origin: string): Send {
  return createSend((path, init) => fetch(origin + path, init));
}

/** Sends to whatever answers requests. */
export function createSend(answer: (path: string, init: RequestInit) => Promise<Response>): Send {
  return async (sent) => {
    const response = await answer(sent.path, {
      method: sent.method,
      headers: headersOf(sent),
      ...(sent.body === undefined ? {} : { body: bodyOf(sent) }),
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
