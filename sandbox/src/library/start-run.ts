import type { AppPackage } from '../apps/app-package.ts';
import { type ManualClock, manualClock } from '../clock.ts';
import { startSchedules } from '../jobs/schedules.ts';
import type { Sandbox as Parts } from '../ports/sandbox.ts';
import type { SandboxOptions } from '../ports/sandbox-api.ts';
import { createSandbox } from '../server/create-sandbox.ts';
import { createServer } from '../server/create-server.ts';
import { formatLogLine } from '../server/format-log-line.ts';
import { createMovableClock } from '../server/movable-clock.ts';
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
}

/** @throws WorldError, BadPackageError… each with one line for people */
export async function startRun(setup: RunSetup): Promise<Run> {
  const { options, packages, saved, buildFolder, hosts, baseUrl } = setup;
  const {
    deletes,
    unset = 'null',
    writes = 'serial',
    engine,
    mixedScopes,
    removedWrites,
    timeLimitMs,
  } = options;
  const { onLine = () => undefined } = options;
  const clock = startClock(setup);
  const parts = await createSandbox({
    world: setup.world,
    ...(saved === undefined ? {} : { snapshot: saved.world }),
    ...(deletes === undefined ? {} : { deletes }),
    ...(engine === undefined ? {} : { engine }),
    ...(mixedScopes === undefined ? {} : { mixedScopes }),
    ...(removedWrites === undefined ? {} : { removedWrites }),
    ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
    ...{ unset, writes, buildFolder, clock, hosts, baseUrl },
    onLog: (app, entry) => onLine(formatLogLine(app, entry)),
  });
  if (saved === undefined) for (const appPackage of packages) await parts.apps.install(appPackage);
  parts.outbox.push(...(saved?.outbox ?? []));
  parts.messages.push(...(saved?.messages ?? []));
  const server = createServer(parts, {
    buildFolder,
    names: [...hosts.keys()],
    onFault: (error) => onLine(error.stack ?? error.message),
  });
  const stopSchedules = startSchedules(parts);
  return {
    parts,
    clock,
    fetch: (request) => server.fetch(request),
    async stop() {
      stopSchedules();
      parts.jobs.close();
      await parts.world.close();
    },
  };
}

function startClock({ options: { now }, saved, onMove }: RunSetup): ManualClock {
  if (now === undefined) return createMovableClock(onMove, saved?.nowMs);
  const clock = manualClock(saved?.nowMs ?? new Date(now).getTime());
  const tell = () => onMove(clock.now() - Date.now());
  tell();
  return { ...clock, advance: (ms) => clock.advance(ms).finally(tell) };
}
