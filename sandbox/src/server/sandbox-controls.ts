import { type Context, Hono } from 'hono';
import { runSchedule } from '../jobs/run-schedule.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { readBody } from '../rest/rest-call.ts';
import { RestError } from '../rest/rest-error.ts';
import type { MovableClock } from './movable-clock.ts';

/**
 * The sandbox's own calls, which no YouTrack server has: for tests and curious people. They ask for no token.
 * - `GET|DELETE /api/_sandbox/outbox`: mails that scripts have sent
 * - `GET|DELETE /api/_sandbox/messages`: what `workflow.message` has shown
 * - `GET|POST /api/_sandbox/clock` `{"advanceMs":60000}`: puts the clock forward and waits for what that sets off
 * - `POST /api/_sandbox/rules/<app>/<script>/run`: runs an on-schedule rule now
 */
export function createSandboxControls(sandbox: Sandbox): Hono {
  const routes = new Hono();
  for (const [path, entries] of [
    ['/api/_sandbox/outbox', sandbox.outbox],
    ['/api/_sandbox/messages', sandbox.messages],
  ] as const) {
    routes.get(path, () => Response.json(entries));
    routes.delete(path, () => {
      entries.splice(0);
      return new Response(null, { status: 200 });
    });
  }
  routes.get('/api/_sandbox/clock', () => Response.json({ now: sandbox.clock.now() }));
  routes.post('/api/_sandbox/clock', (context) => advance(sandbox, context));
  routes.post('/api/_sandbox/rules/:app/:script/run', (context) => runNow(sandbox, context));
  return routes;
}

async function advance(sandbox: Sandbox, context: Context): Promise<Response> {
  const { advanceMs } = await readBody(context);
  if (typeof advanceMs !== 'number' || !(advanceMs >= 0))
    throw new RestError(400, '"advanceMs" must be a number of at least 0.');
  if (!isMovable(sandbox.clock)) throw new RestError(501, 'This clock cannot be moved.');
  await sandbox.clock.advance(advanceMs);
  return Response.json({ now: sandbox.clock.now() });
}

async function runNow(sandbox: Sandbox, { req }: Context): Promise<Response> {
  const app = sandbox.apps.byName(req.param('app') ?? '');
  const script = app?.realm.modules.find(({ name }) => name === req.param('script'));
  if (app === undefined || script?.kind !== 'rule' || script.rule.kind !== 'onSchedule') {
    throw new RestError(404, 'There is no such on-schedule rule.');
  }
  return Response.json(await runSchedule(sandbox, app, script.name));
}

function isMovable(clock: Sandbox['clock']): clock is MovableClock {
  return 'advance' in clock;
}
