import type { Context, MiddlewareHandler, Next } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault, Faults } from '../faults.ts';
import { refuse } from './api-error.ts';
import { dropConnection } from './drop-connection.ts';

/** Fails API requests as it was asked for, before anything of the API is reached or after it has done its work. */
export function injectFaults(faults: Faults): MiddlewareHandler {
  return async (context, next) => {
    const fault = faults.take(context.req.method, context.req.path);
    if (fault === undefined) return await next();
    return fault.after ? await failAfter(context, next, fault) : await failBefore(context, next, fault);
  };
}

async function failBefore(context: Context, next: Next, fault: Fault): Promise<Response | undefined> {
  await pause(fault);
  const answer = answerOf(context, fault);
  if (answer === undefined) await next();
  return answer;
}

async function failAfter(context: Context, next: Next, fault: Fault): Promise<undefined> {
  await next();
  await pause(fault);
  const answer = answerOf(context, fault);
  if (answer === undefined) return;
  // Only an emptied place takes an answer without mixing in the headers of the one before.
  context.res = undefined;
  context.res = answer;
}

async function pause({ delayMs }: Fault): Promise<void> {
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs).unref());
}

/** What the fault answers; undefined for one that only waits. */
function answerOf(context: Context, fault: Fault): Response | undefined {
  if (fault.drop) return dropConnection(context);
  if (fault.status === undefined) return undefined;
  const { status, headers, body } = fault as Fault & { status: ContentfulStatusCode };
  if (body === undefined) return refuse(context, 'injected', { status, headers });
  return new Response(body, { status, headers });
}
