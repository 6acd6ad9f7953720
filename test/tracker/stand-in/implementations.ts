import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { manualClock } from '../../../sandbox/src/clock.ts';
import { parseFlags } from '../../../sandbox/src/server/parse-flags.ts';
import { startSandbox as startSandboxHere } from '../../../sandbox/src/server/start-sandbox.ts';
import { createRequestBudget } from '../../../src/tracker/create-request-budget.ts';
import { createTracker } from '../../../src/tracker/create-tracker.ts';
import { type RunningSandbox, startSandbox } from '../../support/start-sandbox.ts';
import { forgetful } from '../fake-line.ts';
import { type Ask, authorization, type Implementation, secret } from './implementation.ts';
import { createNodeTransport } from './node-transport.ts';
import { writeScriptedApp } from './scripted-app.ts';

const application = {
  id: 'com.example.youtrack.issue',
  name: 'YouTrack',
  frontUrl: 'https://youtrack.example/issue/{{remoteKey}}',
};

const world = {
  users: [{ login: 'admin' }],
  permissions: [{ user: 'admin', keys: ['*'] }],
  apps: { probe: { settings: { trackerAuthorization: authorization } } },
  tracker: {
    queues: [{ key: 'TEST', name: 'Проверка' }, 'NEW'],
    users: [{ login: 'irina', display: 'Ирина Ковалёва', isRobot: true }],
    applications: [application],
    tokens: { [secret]: 'irina' },
  },
};

/** The client over Node's `fetch`. */
export async function startInNode(): Promise<Implementation> {
  const { sandbox, stop } = await start([]);
  return {
    tracker: sandbox.tracker,
    async ask({ name, args, connection, line }) {
      const header = connection.kind === 'cloud' ? 'x-cloud-org-id' : 'x-org-id';
      const headers = { authorization, [header]: connection.organizationId };
      const { transport, close } = createNodeTransport(sandbox.tracker, headers);
      const budget = createRequestBudget(forgetful(), Date.now);
      const tracker = createTracker({ transport, budget, now: Date.now, ...line });
      const method = tracker[name] as (...args: readonly unknown[]) => unknown;
      const told = method(...args);
      await close();
      return JSON.parse(JSON.stringify(told));
    },
    readWritten: async () => sandbox.errors(),
    stop,
  };
}

/** The client in a script of the sandbox, over the scripting API's `http`; the host is redirected to the stand-in. */
export async function startInScripts(): Promise<Implementation> {
  const { sandbox, stop } = await start(['--map', 'api.tracker.yandex.net=tracker']);
  return {
    tracker: sandbox.tracker,
    ask: (ask) => askScript(sandbox.youtrack, ask),
    async readWritten() {
      const list = await fetch(`${sandbox.youtrack}/api/admin/apps?fields=id,name&$top=-1`, { headers });
      const [app]: { id: string }[] = await list.json();
      const logs = await fetch(`${sandbox.youtrack}/api/admin/apps/${app?.id}/logs`, { headers });
      return sandbox.errors() + (await logs.text());
    },
    stop,
  };
}

/** The same on a clock that stands still until it is moved. */
export async function startOnStandingClock(): Promise<OnStandingClock> {
  const folder = await writeFiles();
  const clock = manualClock(Date.UTC(2026, 10, 2, 9));
  const flags = ['--port', '0', '--tracker-port', '0', '--map', 'api.tracker.yandex.net=tracker'];
  const sandbox = await startSandboxHere({
    flags: parseFlags([...flags, '--world', join(folder, 'world.json'), '--app', join(folder, 'app')]),
    buildFolder: resolve('sandbox/dist'),
    createClock: () => clock,
    onLine: () => undefined,
  });
  return {
    tracker: sandbox.tracker,
    ask: (ask) => askScript(sandbox.youtrack, ask),
    advance: (ms) => clock.advance(ms),
    readWritten: async () => '',
    async stop() {
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export interface OnStandingClock extends Implementation {
  advance(ms: number): Promise<void>;
}

const headers = { authorization: 'Bearer perm:admin', 'content-type': 'application/json' };

async function askScript(youtrack: string, ask: Ask): Promise<unknown> {
  const url = `${youtrack}/api/extensionEndpoints/probe/probe/ask`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(ask) });
  return (await response.json()).told;
}

async function writeFiles(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-client-'));
  writeFileSync(join(folder, 'world.json'), JSON.stringify(world));
  await writeScriptedApp(join(folder, 'app'));
  return folder;
}

async function start(flags: readonly string[]): Promise<{ sandbox: RunningSandbox; stop(): Promise<void> }> {
  const folder = await writeFiles();
  const sandbox = await startSandbox(
    '--world',
    join(folder, 'world.json'),
    '--app',
    join(folder, 'app'),
    ...flags,
  );
  return {
    sandbox,
    async stop() {
      await sandbox.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
