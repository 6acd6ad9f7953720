import type { RawRequest } from '../../src/protocol/read-request.ts';

/** A request with a body, given as JSON or as it is. */
export function withBody(body: unknown): RawRequest {
  return { body: typeof body === 'string' ? body : JSON.stringify(body), parameters: () => [] };
}

/** A request with query parameters. */
export function withQuery(query: string): RawRequest {
  const parameters = new URLSearchParams(query);
  return { body: '', parameters: (name) => parameters.getAll(name) };
}
