import type { AppPackage } from '../apps/app-package.ts';
import { type ManualClock, manualClock } from '../clock.ts';
import type { Sandbox as Parts } from '../ports/sandbox.ts';
import type { SandboxOptions } from '../ports/sandbox-api.ts';
import { formatLogLine } from '../server/format-log-line.ts';
import { createMovableClock } from '../server/movable-clock.ts';
import { startRun as startSandboxRun } from '../server/start-run.ts';
import type { SavedRun } from './saved-run.ts';

/** One life of a sandbox: from its start, or from what was saved of it, to the next reset or restore. */
export interface Run {
  readonly parts: Parts;
  readonly clock: ManualClock;
  fetch(request: Request): Response | Promise<Response>;
  stop(): Promise<void>;
}

export interface RunSetup {
  readonly options: SandboxOptions;
  /** The JSON of a world file. */
  readonly world: unknown;
  /** Installed at the start; what was saved brings its own. */
  readonly packages: readonly AppPackage[];
  readonly saved?: SavedRun | undefined;
  readonly hosts: ReadonlyMap<string, string>;
  readonly buildFolder: string;
  readonly baseUrl: () => string;
  /** Told by how many milliseconds the clock is ahead of the machine's. */
  readonly onMove: (offsetMs: number) => void;
  /** Begins anew, for whoever asks over HTTP. */
  readonly reset: () => Promise<void>;
}

/** @throws WorldError, BadPackageError… each with one line for people */
export async function startRun(setup: RunSetup): Promise<Run> {
  const { options, packages, saved, buildFolder, hosts, baseUrl, reset } = setup;
  const {
    deletes,
    unset = 'null',
    writes = 'serial',
    engine,
    youtrack,
    mixedScopes,
    removedWrites,
    timeLimitMs,
  } = options;
  const { onLine = () => undefined } = options;
  const clock = startClock(setup);
  const { sandbox: parts, ...run } = await startSandboxRun({
    sandbox: {
      world: setup.world,
      ...(saved === undefined ? {} : { snapshot: saved.world }),
      ...(deletes === undefined ? {} : { deletes }),
      ...(engine === undefined ? {} : { engine }),
      ...(youtrack === undefined ? {} : { youtrack }),
      ...(mixedScopes === undefined ? {} : { mixedScopes }),
      ...(removedWrites === undefined ? {} : { removedWrites }),
      ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
      ...{ unset, writes, buildFolder, clock, hosts, baseUrl },
      onLog: (app, entry) => onLine(formatLogLine(app, entry)),
    },
    server: { names: [...hosts.keys()], onFault: (error) => onLine(error.stack ?? error.message), reset },
    packages: saved === undefined ? packages : [],
  });
  parts.outbox.push(...(saved?.outbox ?? []));
  parts.messages.push(...(saved?.messages ?? []));
  return { ...run, parts, clock };
}

function startClock({ options: { now }, saved, onMove }: RunSetup): ManualClock {
  if (now === undefined) return createMovableClock(onMove, saved?.nowMs);
  const clock = manualClock(saved?.nowMs ?? new Date(now).getTime());
  const tell = () => onMove(clock.now() - Date.now());
  tell();
  return { ...clock, advance: (ms) => clock.advance(ms).finally(tell) };
}
