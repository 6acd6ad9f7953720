import type { MiddlewareHandler } from 'hono';
import { cut, type Journal, maskAuthorization } from '../journal.ts';
import { isDropped } from './drop-connection.ts';

const keptHeaders = [
  'authorization',
  'accept',
  'accept-language',
  'content-type',
  'x-org-id',
  'x-cloud-org-id',
  'user-agent',
];

/** Writes every API request and its answer into the journal. */
export function keepJournal(journal: Journal, now: () => number): MiddlewareHandler {
  return async (context, next) => {
    const startedAt = performance.now();
    const entry = journal.add({
      direction: 'incoming',
      at: now(),
      method: context.req.method,
      url: context.req.url,
      headers: readHeaders((name) => context.req.header(name)),
      body: await context.req.text(),
    });
    await next();
    if (isDropped(context.res)) entry.problem = 'the connection was dropped, as asked for';
    else entry.status = context.res.status;
    entry.answer = cut(await context.res.clone().text());
    entry.durationMs = Math.round(performance.now() - startedAt);
  };
}

function readHeaders(read: (name: string) => string | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = read(name);
    if (value !== undefined) headers[name] = name === 'authorization' ? maskAuthorization(value) : value;
  }
  return headers;
}
