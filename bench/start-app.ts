import { Agent, request } from 'node:http';
import { resolve } from 'node:path';
import { createBenchmarkWorld } from '../sandbox/bench/benchmark-world.ts';
import { type ManualClock, manualClock } from '../sandbox/src/clock.ts';
import { type Flags, parseFlags } from '../sandbox/src/server/parse-flags.ts';
import { type RunningSandbox, startSandbox } from '../sandbox/src/server/start-sandbox.ts';

/** A sandbox with the packaged app and the hello app, in this process; and a way to ask it over HTTP. */
export interface MeasuredServer {
  readonly running: RunningSandbox;
  /** Stands still unless it is moved, so that the checks that follow writes do not mix with what is measured. */
  readonly clock: ManualClock;
  /** Sends a request over a kept connection and gives the answer's status and text. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** The prefix of the app's endpoints in the scope of one issue. */
export function issueEndpoints(id: string): string {
  return `/api/issues/${id}/extensionEndpoints/tracker-links/issue`;
}

/** Starts a sandbox with one project of so many issues; every caller is `jane`, who may do everything. */
export function startMeasuredServer(issueCount: number): Promise<MeasuredServer> {
  return startServerOf(createBenchmarkWorld(issueCount));
}

/** The same with a world of one's own. */
export async function startServerOf(world: unknown): Promise<MeasuredServer> {
  const clock = manualClock(Date.now());
  const running = await startSandbox({
    createClock: () => clock,
    flags: flagsFor('tracker-links.zip', 'bench/hello'),
    buildFolder: resolve('sandbox/dist'),
    onLine: (line) => console.error(line),
    world,
  });
  const agent = new Agent({ keepAlive: true });
  return {
    running,
    clock,
    ask: (method, path, body) => ask({ agent, url: new URL(path, running.youtrack), method, body }),
    close: async () => {
      agent.destroy();
      await running.close();
    },
  };
}

/** What the command line gives for free ports and these apps, everything else left as it is by default. */
function flagsFor(...apps: readonly string[]): Flags {
  const named = apps.flatMap((app) => ['--app', app]);
  return parseFlags(['--port', '0', '--tracker-port', '0', '--delete', 'writable', ...named]);
}

interface Question {
  readonly agent: Agent;
  readonly url: URL;
  readonly method: string;
  readonly body: unknown;
}

function ask({ agent, url, method, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: 'Bearer perm:jane', 'content-type': 'application/json' };
    const sent = request(url, { agent, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** @throws Error when the answer is not a 200: a benchmark of refusals would say nothing. */
export function demandOk({ status, text }: Answer): void {
  if (status !== 200) throw new Error(`answered ${status}: ${text}`);
}
