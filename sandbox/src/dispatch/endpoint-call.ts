import type { EndpointScope } from '../realm/script-module.ts';
import type { Id } from '../world/transaction.ts';

export interface HttpHeader {
  readonly name: string;
  readonly value: string;
}

/** A call of an app's endpoint, its URL taken apart. */
export interface EndpointCall {
  readonly user: Id;
  readonly scope: EndpointScope;
  /** Undefined when the URL's id resolves to nothing. */
  readonly entity?: Id | undefined;
  readonly app: string;
  /** The script's name. */
  readonly handler: string;
  /** The endpoint's path; a leading slash is ignored. */
  readonly path: string;
  readonly fullPath: string;
  readonly method: string;
  readonly headers: readonly HttpHeader[];
  readonly parameters: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

export interface EndpointAnswer {
  readonly status: number;
  readonly headers: readonly HttpHeader[];
  readonly body: Uint8Array | string;
}

/** YouTrack's answer to a request it refuses itself; `allow` are the methods that a 405 names. */
export function refuse(status: 401 | 403 | 404 | 405, allow?: string): EndpointAnswer {
  const [error, description] = texts[status];
  return {
    status,
    headers: [
      { name: 'Content-Type', value: 'application/json;charset=UTF-8' },
      ...(allow === undefined ? [] : [{ name: 'Allow', value: allow }]),
    ],
    body: JSON.stringify({ error, error_description: description }),
  };
}

const texts = {
  401: ['Unauthorized', 'You are not logged in.'],
  403: ['Forbidden', 'You do not have permissions to call this endpoint.'],
  404: ['Not Found', 'There is no such endpoint or entity, or it is not accessible.'],
  405: ['Method Not Allowed', 'The endpoint does not support this method.'],
} as const;
