import { resolve } from 'node:path';
import { createBenchmarkWorld } from '../sandbox/bench/benchmark-world.ts';
import { parseFlags } from '../sandbox/src/server/parse-flags.ts';
import { startSandbox } from '../sandbox/src/server/start-sandbox.ts';

/** What the server is asked over its process's channel. */
export type LoadOrder = 'serve' | 'rest' | 'stop';

/** Bytes in use: after a collection of garbage, and after everything that waits has run. */
export interface Memory {
  readonly heapBytes: number;
  readonly residentBytes: number;
}

const token = 'OAuth y0_0123456789abcdefghijkl';
const idleMs = 3 * 60 * 60 * 1_000;

/** The server under load, in a process of its own, whose memory is its own. */
export async function runBenchmark(): Promise<void> {
  const apps = ['tracker-links.zip', 'bench/hello'].flatMap((path) => ['--app', path]);
  const fixed = ['--port', '0', '--tracker-port', '0', '--delete', 'writable', '--quiet'];
  const running = await startSandbox({
    flags: parseFlags([...fixed, '--map', 'api.tracker.yandex.net=tracker', ...apps]),
    buildFolder: resolve('sandbox/dist'),
    // What the scripting API notes of its own cache says nothing here.
    onLine: (line) => {
      if (!line.includes(' DEBUG ')) console.error(line);
    },
    world: createLoadWorld(),
  });
  process.on('message', async (order: LoadOrder) => {
    if (order === 'rest') process.send?.(await rest(running.youtrack));
    if (order === 'stop') {
      await running.close();
      process.exit(0);
    }
  });
  process.send?.({ url: running.youtrack });
}

function createLoadWorld(): object {
  const issues = Array.from({ length: 50 }, (_, at) => ({
    key: `TEST-${at + 1}`,
    summary: `Задача ${at + 1}`,
  }));
  const settings = { trackerOrganizationId: '4711', trackerAuthorization: token, trackerDetails: 'readers' };
  return {
    ...createBenchmarkWorld(200),
    apps: { 'tracker-links': { settings } },
    tracker: { queues: ['TEST'], users: [{ login: 'irina' }], issues },
  };
}

/** Lets pass what still waits to be looked at, so that it does not count as growth. */
async function rest(url: string): Promise<Memory> {
  const body = JSON.stringify({ advanceMs: idleMs });
  await fetch(`${url}/api/_sandbox/clock`, { method: 'POST', body });
  for (let turn = 0; turn < 3; turn += 1) globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapBytes: heapUsed, residentBytes: rss };
}

if (process.argv[2] === 'serve') await runBenchmark();
