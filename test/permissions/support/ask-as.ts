import type { RunningSandbox } from '../../support/start-sandbox.ts';
import type { Ask } from './operations.ts';

/** Everything of an answer that somebody could tell one from another by, without its time. */
export interface SeenAnswer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
}

const volatile = new Set(['date', 'content-length', 'connection', 'keep-alive']);

/** Asks as somebody: a token, or none for the guest. */
export async function askAs(
  { youtrack }: Pick<RunningSandbox, 'youtrack'>,
  token: string | undefined,
  ask: Ask,
): Promise<SeenAnswer> {
  const { method, path, body } = 'tool' in ask ? toMcp(ask) : { body: undefined, ...ask };
  const response = await fetch(youtrack + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: token }),
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const headers = [...response.headers].filter(([name]) => !volatile.has(name));
  return {
    status: response.status,
    headers: headers.map(([name, value]) => `${name}: ${value}`),
    body: await response.text(),
  };
}

function toMcp({ tool, given }: Extract<Ask, { tool: string }>) {
  const params = { name: `tracker-links_${tool}`, arguments: given };
  return {
    method: 'POST',
    path: '/mcp?customToolPackages=tracker-links',
    body: { jsonrpc: '2.0', id: 1, method: 'tools/call', params },
  };
}

/**
 * The status of an answer, as the endpoints use them. A tool's refusal and a command's come as a sentence, and are what an endpoint
 * with that sentence would answer.
 */
export function verdictOf({ status, body }: SeenAnswer): number {
  const isSentence =
    body.includes('"isError":true') || (status === 400 && body.includes('"error_description"'));
  if (isSentence && body.includes('There is no such object, or you may not see it')) return 404;
  if (isSentence && body.includes('but may not change its links')) return 403;
  return isSentence ? 400 : status;
}
