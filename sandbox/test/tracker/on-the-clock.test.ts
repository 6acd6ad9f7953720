import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseFlags } from '../../src/server/parse-flags.ts';
import { type RunningSandbox, startSandbox } from '../../src/server/start-sandbox.ts';
import { buildFolder } from '../support/build-folder.ts';
import { demoLink, json, section } from './fake-world.ts';

const hourMs = 60 * 60 * 1000;
let running: RunningSandbox | undefined;

beforeAll(async () => {
  running = await startSandbox({
    flags: parseFlags(['--port', '0', '--tracker-port', '0']),
    buildFolder,
    world: { users: [{ login: 'admin' }], tracker: { ...section(), limits: { othersPerSecond: 1 } } },
    onLine: () => undefined,
  });
});
afterAll(async () => await running?.close());

test('what puts the sandbox’s clock forward puts Tracker’s forward, its limits too', async () => {
  const { youtrack = '', tracker = '' } = running ?? {};
  const links = `${tracker}/v3/issues/TEST-1/remotelinks`;
  const before = Date.now();
  expect((await fetch(links, json(demoLink))).status).toBe(201);
  await fetch(`${youtrack}/api/_sandbox/clock`, {
    method: 'POST',
    body: JSON.stringify({ advanceMs: hourMs }),
  });
  const second = await fetch(links, json({ ...demoLink, key: 'ДЕМО-2' }));
  expect(second.status).toBe(201);
  const { createdAt } = await second.json();
  expect(Date.parse(createdAt.replace('+0000', 'Z'))).toBeGreaterThanOrEqual(before + hourMs);
});
