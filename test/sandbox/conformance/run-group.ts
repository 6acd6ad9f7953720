import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseFlags } from '../../../sandbox/server/parse-flags.ts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/server/start-sandbox.ts';
import { type AppFiles, packApp } from '../support/pack-app.ts';
import type { Expectation, Group, Row } from './row.ts';
import { sources } from './sources.ts';
import { conformanceWorld } from './world.ts';

/** Starts a sandbox for the group, imports its apps over HTTP and makes a test of every row. */
export function runGroup({ name, world = conformanceWorld, flags = [], apps, rows }: Group): void {
  describe(name, () => {
    let running: RunningSandbox;
    beforeAll(async () => {
      running = await startSandbox({
        flags: parseFlags(['--port', '0', '--tracker-port', '0', ...flags]),
        buildFolder: join(process.cwd(), 'build', 'sandbox'),
        onLine: () => undefined,
        world,
        timeLimitMs: 2_000,
      });
      for (const [app, files] of Object.entries(apps)) {
        const response = await importApp(running.youtrack, files, app);
        if (!response.ok) throw new Error(`${app}: ${await response.text()}`);
      }
    });
    afterAll(() => running.close());
    test.each(rows.map((row): [string, Row] => [`${row.rule} (${sources[row.source]})`, row]))(
      '%s',
      async (_, row) => {
        const { youtrack } = running;
        const response = await (row.imports === undefined
          ? sendRow(youtrack, row)
          : importApp(youtrack, row.imports));
        await check(response, row.expect);
      },
    );
  });
}

function sendRow(youtrack: string, { send = '', as = 'admin', body, headers = {} }: Row): Promise<Response> {
  const [method = 'GET', path = ''] = send.split(' ');
  return fetch(youtrack + path, {
    method,
    headers: { ...(as === null ? {} : { authorization: `Bearer perm:${as}` }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

function importApp(youtrack: string, files: AppFiles, name = 'imported'): Promise<Response> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(packApp(name, files))]), `${name}.zip`);
  return fetch(`${youtrack}/api/admin/apps/import`, {
    method: 'POST',
    headers: { authorization: 'Bearer perm:admin' },
    body: form,
  });
}

async function check(response: Response, { status, json, text, headers = {} }: Expectation): Promise<void> {
  const received = await response.text();
  const answer = { status: response.status, body: received };
  if (status !== undefined) expect(answer).toEqual({ status, body: received });
  if (json !== undefined) expect(JSON.parse(received)).toEqual(json);
  if (typeof text === 'string') expect(received).toBe(text);
  if (text instanceof RegExp) expect(received).toMatch(text);
  for (const [name, value] of Object.entries(headers)) expect(response.headers.get(name)).toBe(value);
}
