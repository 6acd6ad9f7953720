import type { Hono } from 'hono';
import type { Json } from '../../src/apps/json.ts';
import type { Sandbox } from '../../src/ports/sandbox.ts';
import { createSandbox, type SandboxSetup } from '../../src/server/create-sandbox.ts';
import { createServer } from '../../src/server/create-server.ts';
import { createMovableClock } from '../../src/server/movable-clock.ts';
import { buildFolder } from './build-folder.ts';

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
  /** Imports an app as the user `admin`. */
  importApp(archive: Uint8Array): Promise<Answer>;
}

/** Switches that tests may want otherwise. */
export type CallerOptions = Partial<
  Pick<SandboxSetup, 'deletes' | 'unset' | 'writes' | 'stateFile' | 'onLog'>
>;

/** A server in this process over a world of its own. */
export async function createRestCaller(world: unknown, options: CallerOptions = {}): Promise<RestCaller> {
  const faults: Error[] = [];
  const sandbox = await createSandbox({
    world,
    buildFolder,
    clock: createMovableClock(),
    unset: 'null',
    writes: 'serial',
    hosts: new Map(),
    baseUrl: () => 'http://youtrack.test',
    onLog: () => undefined,
    ...options,
  });
  const server = createServer(sandbox, { buildFolder, onFault: (error) => faults.push(error) });
  async function send(login: string | undefined, path: string, init: RequestInit): Promise<Answer> {
    const response = await server.request(path, {
      ...init,
      headers: login === undefined ? {} : { authorization: `Bearer perm:${login}` },
    });
    if (faults.length > 0) throw faults[0];
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  }
  return {
    sandbox,
    server,
    call(login, request, body) {
      const [method = '', path = ''] = request.split(' ');
      return send(login, path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    },
    importApp(archive) {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(archive)]), 'app.zip');
      return send('admin', '/api/admin/apps/import', { method: 'POST', body: form });
    },
  };
}
