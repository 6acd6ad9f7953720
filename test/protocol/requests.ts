import type { RawRequest } from '../../src/protocol/read-request.ts';

/** Where the server of these requests has its pages. */
const serverAddress = () => 'https://youtrack.example.com/youtrack';

/** A request with a body, given as JSON or as it is. */
export function withBody(body: unknown): RawRequest {
  return {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    parameters: () => [],
    serverAddress,
  };
}

/** A request with query parameters. */
export function withQuery(query: string): RawRequest {
  const parameters = new URLSearchParams(query);
  return { body: '', parameters: (name) => parameters.getAll(name), serverAddress };
}
