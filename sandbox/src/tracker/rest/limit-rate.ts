import type { MiddlewareHandler } from 'hono';
import type { Limits } from '../config/modes-schema.ts';
import type { TrackerStore } from '../tracker-store.ts';
import { refuse } from './api-error.ts';

const windowMs = 1_000;
const searches = /\/issues\/(_search|_count)$|\/bulkchange\//;

/**
 * Answers 429 to what goes beyond the limits (Tracker's page "Possible response codes", which guarantees 5 searches and 10
 * other requests a second): of each kind so many in any second. What is refused does not count.
 */
export function limitRate(store: TrackerStore, now: () => number): MiddlewareHandler {
  const answered: Record<'searches' | 'others', number[]> = { searches: [], others: [] };
  return async (context, next) => {
    const { limits } = store.modes();
    if (limits === undefined) {
      Object.assign(answered, { searches: [], others: [] });
      return await next();
    }
    const kind = searches.test(context.req.path) ? 'searches' : 'others';
    const atMs = now();
    const recent = answered[kind].filter((earlier) => earlier > atMs - windowMs && earlier <= atMs);
    const [oldest = atMs] = recent;
    if (recent.length >= limits[`${kind}PerSecond`])
      return refuse(context, 'tooMany', { headers: retryAfter(limits, atMs, oldest + windowMs) });
    answered[kind] = [...recent, atMs];
    return await next();
  };
}

function retryAfter({ retryAfter: form }: Limits, nowMs: number, freeAtMs: number): Record<string, string> {
  if (form === 'none') return {};
  if (form === 'seconds') return { 'Retry-After': String(Math.ceil((freeAtMs - nowMs) / 1000)) };
  return { 'Retry-After': new Date(Math.ceil(freeAtMs / 1000) * 1000).toUTCString() };
}
