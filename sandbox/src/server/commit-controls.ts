import { type Context, Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { readBody } from '../rest/rest-call.ts';
import { RestError } from '../rest/rest-error.ts';
import type { CommitControl } from '../world/commit-control.ts';

/**
 * Steers the order in which overlapping transactions commit (`--writes overlapping`):
 * - `POST /api/_sandbox/commits` `{"hold":true}`: from now on transactions with something to commit wait
 * - `GET /api/_sandbox/commits?waiting=2`: the numbers of those that wait, once there are two
 * - `POST /api/_sandbox/commits` `{"release":[2,1]}`: commits these in this order
 * - `DELETE /api/_sandbox/commits`: commits the rest in the order they came, and holds no more
 */
export function createCommitControls(sandbox: Sandbox): Hono {
  const path = '/api/_sandbox/commits';
  const routes = new Hono();
  routes.get(path, (context) => list(controlOf(sandbox), context));
  routes.post(path, (context) => steer(controlOf(sandbox), context));
  routes.delete(path, () => {
    const control = controlOf(sandbox);
    control.resume();
    return show(control);
  });
  return routes;
}

function controlOf({ world }: Sandbox): CommitControl {
  if (world.commits === undefined)
    throw new RestError(501, 'Commits are steered with --writes overlapping only.');
  return world.commits;
}

async function list(control: CommitControl, { req }: Context): Promise<Response> {
  const count = Number(req.query('waiting') ?? 0);
  if (!Number.isInteger(count) || count < 0)
    throw new RestError(400, '"waiting" must be a number of transactions.');
  await control.untilWaiting(count);
  return show(control);
}

async function steer(control: CommitControl, context: Context): Promise<Response> {
  const { hold, release } = await readBody(context);
  if (hold === true) control.hold();
  else if (Array.isArray(release)) demandKnown(control.release(release.map(Number)));
  else throw new RestError(400, 'Expected {"hold":true} or {"release":[2,1]}.');
  return show(control);
}

function demandKnown(unknown: readonly number[]): void {
  if (unknown.length > 0) throw new RestError(404, `Nothing waits under the number ${unknown.join(', ')}.`);
}

function show(control: CommitControl): Response {
  return Response.json({ isHolding: control.isHolding, waiting: control.waiting() });
}
