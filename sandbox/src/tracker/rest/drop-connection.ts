import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';

const marks = [...RESPONSE_ALREADY_SENT.headers.keys()];

/** Closes the connection without an answer. In process there is no connection: the answer then only says that it is dropped. */
export function dropConnection({ env }: Context): Response {
  const bindings: Partial<HttpBindings> | undefined = env;
  bindings?.incoming?.socket.destroy();
  return new Response(null, { headers: RESPONSE_ALREADY_SENT.headers });
}

/** Whether an answer stands for a dropped connection. */
export function isDropped({ headers }: Response): boolean {
  return marks.some((mark) => headers.has(mark));
}
