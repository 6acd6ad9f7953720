import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const handler = `
import { createRequestBudget } from './src/tracker/create-request-budget.ts';
import { createTracker } from './src/tracker/create-tracker.ts';
import { openTracker } from './src/endpoints/open-tracker.ts';
import { openTransport } from './src/youtrack/outbound.ts';
import { readTrackerConnection } from './src/youtrack/tracker-connection.ts';

const now = () => Date.now();
const forgetful = () => {
  const kept = new Map();
  return { recall: (name, make) => kept.get(name) ?? kept.set(name, make()).get(name) };
};

/** Asks as the app does, but each question with a budget of its own unless it wants the node's. */
function ask(ctx) {
  const { name, args, connection, line, ofNode } = ctx.request.json();
  const settings = {
    trackerAuthorization: ctx.settings.trackerAuthorization,
    trackerOrganizationId: connection.organizationId,
    trackerOrganizationKind: connection.kind,
  };
  const transport = openTransport(readTrackerConnection(settings));
  const budget = createRequestBudget(forgetful(), now);
  const tracker = ofNode ? openTracker(settings, line) : createTracker({ transport, budget, now, ...line });
  console.log('asked', name, JSON.stringify(ctx.settings), String(ctx.settings.trackerAuthorization));
  ctx.response.json({ told: tracker[name](...args) });
}
exports.httpHandler = { endpoints: [{ scope: 'global', method: 'POST', path: 'ask', handle: ask }] };`;

const settings = {
  type: 'object',
  title: 'Probe',
  properties: { trackerAuthorization: { type: 'string', format: 'secret', 'x-scope': 'GLOBAL' } },
};

/** Writes an app that asks Tracker through the scripting API, with the secret among its settings. */
export async function writeScriptedApp(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'probe', title: 'Probe', version: '1.0.0' };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  await build({
    stdin: { contents: handler, resolveDir: process.cwd(), sourcefile: 'probe.js' },
    outfile: join(folder, 'probe.js'),
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    target: 'es2022',
    external: ['@jetbrains/youtrack-scripting-api/*'],
    logLevel: 'warning',
  });
}
