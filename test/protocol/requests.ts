import type { FieldProblem } from '../../src/protocol/answers.ts';
import type { RawRequest } from '../../src/protocol/read-request.ts';
import type { Refusal } from '../../src/protocol/refusal.ts';
import type { Result } from '../../src/result.ts';

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

/** A request with both. */
export function withQueryAndBody(query: string, body: unknown): RawRequest {
  return { ...withQuery(query), body: withBody(body).body };
}

/** What is wrong with a request, each as `field: expected ← received`; nothing where it is fine. */
export function showProblems(parsed: Result<unknown, Refusal>): string[] {
  return parsed.ok ? [] : parsed.problem.problems.map(showProblem);
}

/** One problem as `field: expected ← received`. */
export function showProblem({ field, expected, received }: FieldProblem): string {
  return `${field}: ${expected} ← ${received}`;
}
