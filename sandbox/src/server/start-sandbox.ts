import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AppPackage } from '../apps/app-package.ts';
import { loadPackage } from '../apps/load-package.ts';
import type { Clock } from '../clock.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { logInactivity } from '../rules/log-inactivity.ts';
import { startTracker } from '../tracker/start-tracker.ts';
import { type AppWatch, watchApps } from '../watch/watch-apps.ts';
import { formatLogLine } from './format-log-line.ts';
import { type ListeningServer, listen } from './listen.ts';
import { createMovableClock } from './movable-clock.ts';
import type { Flags } from './parse-flags.ts';
import { readWorld } from './read-world.ts';
import { startRun } from './start-run.ts';

/** What to start. */
export interface StartOptions {
  readonly flags: Flags;
  /** The folder `dist/` of the sandbox. */
  readonly buildFolder: string;
  /** Told what to print for people: scripts' console and the sandbox's own faults. */
  readonly onLine: (line: string) => void;
  /** The world instead of a file's. */
  readonly world?: unknown;
  /** A clock that tests move by hand, instead of the real one. */
  readonly clock?: Clock;
  /** Longest time one script execution may take; 10 s when left out. */
  readonly timeLimitMs?: number;
  /** How long the Tracker stand-in's answers wait for its calls about links; 2 s when left out. */
  readonly backlinkWaitMs?: number;
}

/** A sandbox that answers. */
export interface RunningSandbox {
  /** `http://127.0.0.1:8080` */
  readonly youtrack: string;
  readonly tracker: string;
  /** The one that answers now; another one after a reset. */
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/**
 * Starts the YouTrack server and the Tracker stand-in, installs the apps, and resolves once everything answers.
 * @throws StartError, WorldError, BadPackageError…: errors with one line for people, see `isStartRefusal`
 */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return await start(options, { closers, close });
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(
  options: StartOptions,
  { closers, close }: { readonly closers: (() => Promise<void>)[]; readonly close: () => Promise<void> },
): Promise<RunningSandbox> {
  const { flags, buildFolder, onLine } = options;
  const hosts = new Map(flags.hosts);
  const names = [...hosts.keys()];
  const world = options.world ?? readWorld(flags.world);
  const clockOffset = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  const onMove = (ms: number) => void Atomics.store(clockOffset, 0, BigInt(Math.round(ms)));
  const onNotice = (message: string) => onLine(`[sandbox] ${message}`);
  const packages = flags.watch ? [] : flags.apps.map(loadPackage);
  let server: ListeningServer | undefined;
  let watch: AppWatch | undefined;
  const begin = (apps: readonly AppPackage[]) =>
    startRun({
      sandbox: {
        ...flags,
        ...{ world, hosts, buildFolder, onNotice },
        stateFile: flags.state,
        clock: options.clock ?? createMovableClock(onMove),
        ...(options.timeLimitMs === undefined ? {} : { timeLimitMs: options.timeLimitMs }),
        baseUrl: () => server?.origin ?? 'http://127.0.0.1',
        onLog: (app, entry) => onLine(formatLogLine(app, entry)),
      },
      server: {
        ...{ names, reset },
        onFault: (error) => onLine(error.stack ?? error.message),
        watched: () => watch?.watched(),
      },
      packages: apps,
    });

  let run = await begin(packages);
  let answering = Promise.resolve();
  closers.push(() => run.stop());
  await logInactivity(run.sandbox);
  if (flags.watch) {
    watch = await watchApps({ paths: flags.apps, current: () => run.sandbox, onLine: onNotice });
    closers.push(async () => watch?.stop());
  }
  server = await listen({ fetch: (request) => answering.then(() => run.fetch(request)) }, flags.port);
  closers.push(server.close);
  const trackerOptions = {
    workerFile: join(buildFolder, 'node', 'tracker-worker.mjs'),
    youtrackOrigin: server.origin,
    ...{ names, clockOffset },
    backlinkWaitMs: options.backlinkWaitMs,
    ...(flags.state === undefined ? {} : { stateFile: `${flags.state}.tracker` }),
  };
  const startTrackerAt = (port: number) =>
    startTracker({ ...trackerOptions, port, config: run.sandbox.world.tracker });
  let tracker = await startTrackerAt(flags.trackerPort);
  closers.push(() => tracker.close());
  const { origin: trackerOrigin } = tracker;
  for (const [host, origin] of hosts) if (origin === 'tracker') hosts.set(host, trackerOrigin);

  /** Requests that come meanwhile wait. */
  function reset(): Promise<void> {
    const done = beginAnew();
    answering = done.catch(() => undefined);
    return done;
  }

  async function beginAnew(): Promise<void> {
    await run.stop();
    await tracker.close();
    if (flags.state !== undefined)
      for (const file of [flags.state, `${flags.state}.tracker`]) rmSync(file, { force: true });
    onMove(0);
    run = await begin(watch?.packages() ?? packages);
    await logInactivity(run.sandbox);
    tracker = await startTrackerAt(Number(new URL(trackerOrigin).port));
  }

  return {
    youtrack: server.origin,
    tracker: trackerOrigin,
    get sandbox() {
      return run.sandbox;
    },
    close,
  };
}

/** Whether an error is one of those that say in one line what the caller can put right. */
export function isStartRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const isNamed =
    /^(StartError|WorldError|StateFileError|.*PackageError|BadSettingError|TrackerConfigError)$/.test(
      error.name,
    );
  return isNamed || /already in use/.test(error.message);
}
