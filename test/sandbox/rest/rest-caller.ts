import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Json } from '../../../sandbox/apps/json.ts';
import type { Sandbox } from '../../../sandbox/dispatch/sandbox.ts';
import { createSandbox } from '../../../sandbox/server/create-sandbox.ts';
import { createServer } from '../../../sandbox/server/create-server.ts';
import { createMovableClock } from '../../../sandbox/server/movable-clock.ts';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape is what they test
  readonly body: any;
}

/** A sandbox without a socket, called as one user after another. */
export interface RestCaller {
  readonly sandbox: Sandbox;
  readonly server: Hono;
  /** `call('jane', 'GET /api/issues/DEMO-1?fields=id')`; without a login the guest calls. */
  call(login: string | undefined, request: string, body?: Json): Promise<Answer>;
}

/** A server in this process over a world of its own. */
export async function createRestCaller(world: Json): Promise<RestCaller> {
  const faults: Error[] = [];
  const sandbox = await createSandbox({
    world,
    buildFolder: join(process.cwd(), 'build', 'sandbox'),
    clock: createMovableClock(),
    deletes: 'writable',
    unset: 'null',
    writes: 'serial',
    hosts: new Map(),
    baseUrl: () => 'http://youtrack.test',
    onLog: () => undefined,
  });
  const server = createServer(sandbox, { onFault: (error) => faults.push(error) });
  return {
    sandbox,
    server,
    async call(login, request, body) {
      const [method = '', path = ''] = request.split(' ');
      const response = await server.request(path, {
        method,
        headers: login === undefined ? {} : { authorization: `Bearer perm:${login}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (faults.length > 0) throw faults[0];
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
  };
}
