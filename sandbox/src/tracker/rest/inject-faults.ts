import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault, Faults } from '../faults.ts';
import { refuse } from './api-error.ts';

/** Answers API requests with the failures that were asked for, before anything of the API is reached. */
export function injectFaults(faults: Faults): MiddlewareHandler {
  return async (context, next) => {
    const fault = faults.take(context.req.method, context.req.path);
    if (fault === undefined) return await next();
    if (fault.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, fault.delayMs).unref());
    if (fault.status === undefined) return await next();
    const { status, headers, body } = fault as Fault & { status: ContentfulStatusCode };
    if (body === undefined) return refuse(context, 'injected', { status, headers });
    return context.body(body, status, headers);
  };
}
