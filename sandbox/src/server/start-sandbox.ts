import { join } from 'node:path';
import { loadPackage } from '../apps/load-package.ts';
import type { Clock } from '../clock.ts';
import { startSchedules } from '../jobs/schedules.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { logInactivity } from '../rules/log-inactivity.ts';
import { startTracker } from '../tracker/start-tracker.ts';
import { createSandbox } from './create-sandbox.ts';
import { createServer } from './create-server.ts';
import { formatLogLine } from './format-log-line.ts';
import { type ListeningServer, listen } from './listen.ts';
import { createMovableClock } from './movable-clock.ts';
import type { Flags } from './parse-flags.ts';
import { readWorld } from './read-world.ts';

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
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/**
 * Starts the YouTrack server and the Tracker stand-in, installs the apps, and resolves once everything answers.
 * @throws StartError, WorldError, BadPackageError…: errors with one line for people, see `isStartRefusal`
 */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
  const { flags, buildFolder, onLine } = options;
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const hosts = new Map(flags.hosts);
    const clockOffset = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
    let server: ListeningServer | undefined;
    const sandbox = await createSandbox({
      ...flags,
      world: options.world ?? readWorld(flags.world),
      stateFile: flags.state,
      hosts,
      buildFolder,
      clock:
        options.clock ??
        createMovableClock((ms) => void Atomics.store(clockOffset, 0, BigInt(Math.round(ms)))),
      ...(options.timeLimitMs === undefined ? {} : { timeLimitMs: options.timeLimitMs }),
      baseUrl: () => server?.origin ?? 'http://127.0.0.1',
      onLog: (app, entry) => onLine(formatLogLine(app, entry)),
      onNotice: (message) => onLine(`[sandbox] ${message}`),
    });
    closers.push(async () => {
      sandbox.jobs.close();
      await sandbox.world.close();
    });
    for (const path of flags.apps) await sandbox.apps.install(loadPackage(path));
    await logInactivity(sandbox);
    server = await listen(
      createServer(sandbox, {
        buildFolder,
        names: [...hosts.keys()],
        onFault: (error) => onLine(error.stack ?? error.message),
      }),
      flags.port,
    );
    closers.push(server.close);
    const tracker = await startTracker({
      workerFile: join(buildFolder, 'node', 'tracker-worker.mjs'),
      port: flags.trackerPort,
      youtrackOrigin: server.origin,
      names: [...hosts.keys()],
      config: sandbox.world.tracker,
      clockOffset,
      backlinkWaitMs: options.backlinkWaitMs,
      ...(flags.state === undefined ? {} : { stateFile: `${flags.state}.tracker` }),
    });
    closers.push(tracker.close);
    const stopSchedules = startSchedules(sandbox);
    closers.push(async () => stopSchedules());
    for (const [host, origin] of hosts) if (origin === 'tracker') hosts.set(host, tracker.origin);
    return { youtrack: server.origin, tracker: tracker.origin, sandbox, close };
  } catch (error) {
    await close();
    throw error;
  }
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
