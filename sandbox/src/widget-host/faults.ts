import { setTimeout as pause } from 'node:timers/promises';
import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';

const faultSchema = z.strictObject({
  /** How many calls it meets. */
  calls: z.int().min(1).default(1),
  /** Answer with this status and an empty body instead of calling the handler; left out, the call goes through. */
  status: z.int().min(400).max(599).optional(),
  /** Wait before the answer. */
  delayMs: z.int().min(0).max(60_000).default(0),
  /** Meets only URLs that contain this text. */
  path: z.string().default('/extensionEndpoints/'),
  method: z.string().optional(),
});

type Fault = z.infer<typeof faultSchema>;

/** A way to make requests fail, for tests of widgets: the sandbox's own, YouTrack has nothing like it. */
export interface Faults {
  /** To stand before the API. */
  readonly middleware: MiddlewareHandler;
  /** `POST|GET|DELETE /api/_sandbox/faults`. */
  readonly routes: Hono;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  const middleware: MiddlewareHandler = async ({ req }, next) => {
    const fault = faults.find(
      ({ path, method }) => req.url.includes(path) && (method ?? req.method) === req.method,
    );
    if (fault === undefined) return next();
    fault.calls -= 1;
    faults = faults.filter(({ calls }) => calls > 0);
    await pause(fault.delayMs);
    return fault.status === undefined ? next() : new Response(null, { status: fault.status });
  };
  const routes = new Hono();
  routes.post('/api/_sandbox/faults', async (context) => {
    const parsed = faultSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success)
      return context.json({ error: 'Bad Request', error_description: z.prettifyError(parsed.error) }, 400);
    faults.push(parsed.data);
    return context.json(parsed.data);
  });
  routes.get('/api/_sandbox/faults', (context) => context.json(faults));
  routes.delete('/api/_sandbox/faults', (context) => {
    faults = [];
    return context.body(null, 204);
  });
  return { middleware, routes };
}
