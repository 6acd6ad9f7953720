import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFolder } from '../../src/apps/read-folder.ts';
import { parseFlags } from '../../src/server/parse-flags.ts';
import { type RunningSandbox, startSandbox } from '../../src/server/start-sandbox.ts';
import { buildFolder } from '../support/build-folder.ts';
import { type AppFiles, packApp } from '../support/pack-app.ts';
import type { Expectation, Group, Row, Surroundings } from './row.ts';
import { sources } from './sources.ts';
import { conformanceWorld } from './world.ts';

const nothing: Surroundings = { flags: [], close: () => Promise.resolve() };

/** Starts a sandbox for the group, imports its apps over HTTP and makes a test of every row. */
export function runGroup(group: Group): void {
  const { name, world = conformanceWorld, flags = [], prepare, apps, rows, timeLimitMs = 10_000 } = group;
  describe(name, () => {
    let surroundings = nothing;
    let running: RunningSandbox;
    beforeAll(async () => {
      if (prepare !== undefined) surroundings = await prepare();
      running = await startSandbox({
        flags: parseFlags(['--port', '0', '--tracker-port', '0', ...flags, ...surroundings.flags]),
        buildFolder,
        onLine: () => undefined,
        world,
        timeLimitMs,
      });
      for (const [app, files] of Object.entries(apps)) {
        const response = await importApp(running.youtrack, filesOf(files), app);
        if (!response.ok) throw new Error(`${app}: ${await response.text()}`);
      }
    });
    afterAll(async () => {
      await running?.close();
      await surroundings.close();
    });
    test.each(rows.map((row): [string, Row] => [`${row.rule} (${sources[row.source]})`, row]))(
      '%s',
      async (_, row) => {
        const { youtrack } = running;
        const responses = await (row.imports === undefined
          ? sendRow(youtrack, row)
          : Promise.all([importApp(youtrack, row.imports)]));
        for (const response of responses) await check(response, row.expect);
      },
    );
  });
}

function filesOf(files: AppFiles | string): AppFiles {
  if (typeof files !== 'string') return files;
  const folder = readFolder(join(process.cwd(), 'sandbox', 'test', 'conformance', 'apps', files));
  return Object.fromEntries([...folder].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

/** Calls of one row leave at the same time. */
function sendRow(youtrack: string, row: Row): Promise<Response[]> {
  const calls = typeof row.send === 'string' ? [row.send] : (row.send ?? []);
  return Promise.all(calls.map((call) => sendCall(youtrack, call, row)));
}

function sendCall(
  youtrack: string,
  call: string,
  { as = 'admin', body, headers = {} }: Row,
): Promise<Response> {
  const [method = 'GET', path = ''] = call.split(' ');
  return fetch(youtrack + path, {
    method,
    headers: { ...(as === null ? {} : { authorization: `Bearer perm:${as}` }), ...headers },
    ...(body === undefined ? {} : { body: bodyOf(body) }),
  });
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
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
  if (json !== undefined) expect({ ...answer, body: parsed(received) }).toEqual({ ...answer, body: json });
  if (typeof text === 'string') expect(received).toBe(text);
  if (text instanceof RegExp) expect(received).toMatch(text);
  for (const [name, value] of Object.entries(headers)) expect(response.headers.get(name)).toBe(value);
}

/** What is no JSON is shown as it came. */
function parsed(received: string): unknown {
  try {
    return JSON.parse(received);
  } catch {
    return received;
  }
}
