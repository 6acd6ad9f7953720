import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  const headers = { authorization: 'Bearer perm:admin', 'content-type': 'application/json' };
  return {
    tracker: sandbox.tracker,
    async ask(ask: Ask) {
      const url = `${sandbox.youtrack}/api/extensionEndpoints/probe/probe/ask`;
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(ask) });
      return (await response.json()).told;
    },
    async readWritten() {
      const list = await fetch(`${sandbox.youtrack}/api/admin/apps?fields=id,name&$top=-1`, { headers });
      const [app]: { id: string }[] = await list.json();
      const logs = await fetch(`${sandbox.youtrack}/api/admin/apps/${app?.id}/logs`, { headers });
      return sandbox.errors() + (await logs.text());
    },
    stop,
  };
}

async function start(flags: readonly string[]): Promise<{ sandbox: RunningSandbox; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-client-'));
  writeFileSync(join(folder, 'world.json'), JSON.stringify(world));
  await writeScriptedApp(join(folder, 'app'));
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
