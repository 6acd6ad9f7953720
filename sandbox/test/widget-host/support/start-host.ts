import { once } from 'node:events';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { createWidgetHost } from '../../../src/widget-host/create-widget-host.ts';
import type { HostedApp } from '../../../src/widget-host/hosted-sandbox.ts';
import { buildFolder } from '../../support/build-folder.ts';
import { createLabWorld } from './lab-world.ts';

/** What the API of the host under test has been asked. */
export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface RunningHost {
  readonly origin: string;
  readonly calls: ApiCall[];
  close(): Promise<void>;
}

/** The host's pages over a small world, and an API that answers what it was asked (`?status=` chooses the status). */
export async function createTestHost(apps: readonly HostedApp[]): Promise<{ app: Hono; calls: ApiCall[] }> {
  const world = await createLabWorld();
  const calls: ApiCall[] = [];
  const app = new Hono();
  app.route(
    '/',
    createWidgetHost(
      { world, apps: { all: () => apps }, inactivityOf: () => [] },
      { pageFolder: join(buildFolder, 'page') },
    ),
  );
  app.all('/api/*', async ({ req, body }) => {
    const { pathname, search } = new URL(req.url);
    const call = {
      method: req.method,
      path: pathname + search,
      authorization: req.header('Authorization'),
      body: await req.text(),
    };
    calls.push(call);
    if (req.query('status') === '204') return body(null, 204);
    if (req.query('text')) return body(req.query('text') ?? '', 200, { 'Content-Type': 'text/plain' });
    const status = Number(req.query('status') ?? 200);
    return new Response(JSON.stringify(call), { status, headers: { 'Content-Type': 'application/json' } });
  });
  return { app, calls };
}

export async function startTestHost(apps: readonly HostedApp[]): Promise<RunningHost> {
  const { app, calls } = await createTestHost(apps);
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const close = async () => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await once(server, 'close').catch(() => undefined);
  };
  return { origin: `http://127.0.0.1:${address.port}`, calls, close };
}
