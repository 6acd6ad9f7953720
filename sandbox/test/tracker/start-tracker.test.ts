import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { type RunningTracker, startTracker, type TrackerOptions } from '../../src/tracker/start-tracker.ts';
import { authorized, demoLink, json, section } from './fake-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-'));
const workerFile = join(folder, 'tracker-worker.mjs');
const stateFile = join(folder, 'state.json');
const running: RunningTracker[] = [];

beforeAll(async () => {
  const entry = join(__dirname, '../../src/tracker/worker.ts');
  await build({
    entryPoints: [entry],
    outfile: workerFile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
});

afterEach(async () => {
  for (const tracker of running.splice(0)) await tracker.close();
  rmSync(stateFile, { force: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

async function start(options: Partial<TrackerOptions> = {}): Promise<RunningTracker> {
  const defaults = { workerFile, port: 0, youtrackOrigin: 'http://127.0.0.1:1', config: section() };
  const tracker = await startTracker({ ...defaults, ...options });
  running.push(tracker);
  return tracker;
}

test('its section makes another one that is as it was', async () => {
  const first = await start();
  const move = { method: 'POST', body: JSON.stringify({ key: 'TEST-77', summary: 'Дальше' }) };
  await fetch(`${first.origin}/_sandbox/issues`, move);
  const [kept, again] = await Promise.all([first.readSection(), first.readSection()]);
  expect(again).toEqual(kept);
  const second = await start({ config: kept });
  const issue = await fetch(`${second.origin}/v3/issues/TEST-77`, { headers: authorized });
  expect(await issue.json()).toMatchObject({ summary: 'Дальше' });
  expect(await second.readSection()).toEqual(kept);
});

test('it serves on loopback and says where', async () => {
  const { origin } = await start();
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const issue = await fetch(`${origin}/v3/issues/TEST-1`, { headers: authorized });
  expect(await issue.json()).toMatchObject({
    self: `${origin}/v3/issues/TEST-1`,
    summary: 'Перенести отчёты',
  });
});

test('it answers while the thread that started it is blocked', async () => {
  const { origin } = await start();
  const script = `fetch('${origin}/v3/myself', { headers: { authorization: 'OAuth x' } }).then((r) => console.log(r.status))`;
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', timeout: 60_000 })).toBe('200\n');
});

test('it calls the application over HTTP', async () => {
  const bodies: string[] = [];
  const youtrack = createServer(async (request, response) => {
    for await (const chunk of request) bodies.push(`${request.method} ${request.url} ${chunk}`);
    response.end('{}');
  });
  await new Promise<void>((resolve) => youtrack.listen(0, '127.0.0.1', resolve));
  const { port } = youtrack.address() as AddressInfo;
  try {
    const { origin } = await start({ youtrackOrigin: `http://127.0.0.1:${port}` });
    await fetch(`${origin}/v3/issues/TEST-1/remotelinks?backlink=true`, json(demoLink));
    expect(bodies).toEqual(['POST /links {"issueKey":"TEST-1","entityIds":["DEMO-1"]}']);
  } finally {
    youtrack.closeAllConnections();
    youtrack.close();
  }
});

test('what was answered is in the state file and survives a restart', async () => {
  const first = await start({ stateFile });
  await fetch(`${first.origin}/v3/issues/TEST-1/remotelinks`, json({ ...demoLink, key: 'ДЕМО-1' }));
  expect(JSON.parse(readFileSync(stateFile, 'utf8')).links).toMatchObject([
    { issue: 'TEST-1', key: 'ДЕМО-1' },
  ]);
  await first.close();
  const second = await start({ stateFile, config: { queues: ['OTHER'] } });
  const links = await fetch(`${second.origin}/v3/issues/TEST-1/remotelinks`, { headers: authorized });
  expect(await links.json()).toMatchObject([{ id: 1001, object: { key: 'ДЕМО-1' } }]);
});

test('a bad section is refused in one line', async () => {
  await expect(start({ config: { queues: ['test'] } })).rejects.toMatchObject({
    name: 'TrackerConfigError',
    message: 'tracker.queues[0]: expected a queue key such as TEST',
  });
});

test('a state file that is no JSON is refused in one line', async () => {
  writeFileSync(stateFile, '{"queues":');
  await expect(start({ stateFile })).rejects.toMatchObject({
    name: 'TrackerConfigError',
    message: expect.stringMatching(/^\S+state\.json: .+$/),
  });
});

test('a taken port is refused in one line', async () => {
  const port = Number(new URL((await start()).origin).port);
  await expect(start({ port })).rejects.toMatchObject({
    name: 'TrackerConfigError',
    message: `port ${port} is already in use`,
  });
});

test('a closed stand-in has let go of its port', async () => {
  const { origin, close } = await start();
  await close();
  await expect(fetch(origin)).rejects.toThrow();
});
