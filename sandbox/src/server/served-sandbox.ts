import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AppPackage } from '../apps/app-package.ts';
import { loadPackage } from '../apps/load-package.ts';
import type { Clock } from '../clock.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { logInactivity } from '../rules/log-inactivity.ts';
import { type RunningTracker, startTracker } from '../tracker/start-tracker.ts';
import { type AppWatch, watchApps } from '../watch/watch-apps.ts';
import { type Beginning, readBeginning, writeBeginning } from './beginning.ts';
import { formatLogLine } from './format-log-line.ts';
import { type ListeningServer, listen } from './listen.ts';
import { createMovableClock } from './movable-clock.ts';
import type { Flags } from './parse-flags.ts';
import { readWorld } from './read-world.ts';
import { type Run, startRun } from './start-run.ts';

/** What to start. */
export interface StartOptions {
  readonly flags: Flags;
  /** The folder `dist/` of the sandbox. */
  readonly buildFolder: string;
  /** Told what to print for people: scripts' console and the sandbox's own faults. */
  readonly onLine: (line: string) => void;
  /** The world instead of a file's. */
  readonly world?: unknown;
  /**
   * Makes a clock that tests move by hand, instead of the real one. It tells Tracker by how many milliseconds it is ahead of the
   * machine's.
   */
  readonly createClock?: (onMove: (offsetMs: number) => void) => Clock;
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

/** What stays the same when a sandbox begins anew: its addresses, what it began with, and the files that are watched. */
export class ServedSandbox implements RunningSandbox {
  readonly #options: StartOptions;
  readonly #world: unknown;
  readonly #hosts: Map<string, string>;
  readonly #names: readonly string[];
  readonly #packages: readonly AppPackage[];
  readonly #clockOffset = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  #run: Run | undefined;
  #watch: AppWatch | undefined;
  #server: ListeningServer | undefined;
  #tracker: RunningTracker | undefined;
  #beginning: Beginning | undefined;
  /** What requests wait for: that nothing is begun anew. */
  #ready: Promise<unknown> = Promise.resolve();

  constructor(options: StartOptions) {
    const { flags, world } = options;
    this.#options = options;
    this.#world = world ?? readWorld(flags.world);
    this.#beginning = readBeginning(flags.state);
    this.#hosts = new Map(flags.hosts);
    this.#names = [...flags.hosts.keys()];
    // What is watched is imported by the watch, also when it is not right at first.
    this.#packages = flags.watch ? [] : flags.apps.map(loadPackage);
  }

  get youtrack(): string {
    return this.#server?.origin ?? 'http://127.0.0.1';
  }

  get tracker(): string {
    return this.#tracker?.origin ?? '';
  }

  get sandbox(): Sandbox {
    return this.#current.sandbox;
  }

  async start(): Promise<void> {
    const { flags } = this.#options;
    await this.#begin(this.#packages);
    if (flags.watch)
      this.#watch = await watchApps({
        paths: flags.apps,
        current: () => this.sandbox,
        onLine: (line) => this.#notice(line),
      });
    const fetch = (request: Request) => this.#ready.then(() => this.#current.fetch(request));
    this.#server = await listen({ fetch }, flags.port);
    await this.#startTracker(flags.trackerPort);
    for (const [host, origin] of this.#hosts) if (origin === 'tracker') this.#hosts.set(host, this.tracker);
  }

  async close(): Promise<void> {
    await this.#tracker?.close();
    await this.#server?.close();
    this.#watch?.stop();
    await this.#run?.stop();
    this.#run = undefined;
  }

  get #current(): Run {
    if (this.#run === undefined) throw new Error('The sandbox does not run');
    return this.#run;
  }

  /** Begins anew; requests that come meanwhile wait. */
  #reset(): Promise<void> {
    const done = this.#beginAnew();
    this.#ready = done.catch(() => undefined);
    return done;
  }

  async #beginAnew(): Promise<void> {
    const { state } = this.#options.flags;
    const trackerPort = Number(new URL(this.tracker).port);
    await this.#current.stop();
    await this.#tracker?.close();
    if (state !== undefined) for (const file of [state, trackerStateOf(state)]) rmSync(file, { force: true });
    this.#moveTracker(0);
    const packages = this.#watch?.packages() ?? (this.#beginning === undefined ? this.#packages : []);
    await this.#begin(packages);
    await this.#startTracker(trackerPort);
  }

  /** From now on what there is now is what is begun anew with; mails and messages are none of it. */
  async #keepBeginning(): Promise<void> {
    const tracker = await this.#tracker?.readSection();
    // A running world changes the values it was made of.
    this.#beginning = { world: structuredClone(this.sandbox.world.snapshot()), tracker };
    const { state } = this.#options.flags;
    if (state !== undefined) writeBeginning(state, this.#beginning);
  }

  async #begin(packages: readonly AppPackage[]): Promise<void> {
    const { flags, buildFolder, onLine, createClock = createMovableClock, timeLimitMs } = this.#options;
    this.#run = await startRun({
      sandbox: {
        ...flags,
        ...{ world: this.#world, hosts: this.#hosts, buildFolder },
        ...(this.#beginning === undefined ? {} : { snapshot: structuredClone(this.#beginning.world) }),
        stateFile: flags.state,
        clock: createClock((ms) => this.#moveTracker(ms)),
        ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
        baseUrl: () => this.youtrack,
        onNotice: (message) => this.#notice(message),
        onLog: (app, entry) => {
          if (entry.level !== 'DEBUG' || flags.debug) onLine(formatLogLine(app, entry));
        },
      },
      server: {
        names: this.#names,
        reset: () => this.#reset(),
        keepBeginning: () => this.#keepBeginning(),
        onFault: (error) => onLine(error.stack ?? error.message),
        watched: () => this.#watch?.watched(),
      },
      packages,
    });
    await logInactivity(this.sandbox);
  }

  async #startTracker(port: number): Promise<void> {
    const { flags, buildFolder, backlinkWaitMs } = this.#options;
    this.#tracker = await startTracker({
      workerFile: join(buildFolder, 'node', 'tracker-worker.mjs'),
      youtrackOrigin: this.youtrack,
      config: this.#beginning?.tracker ?? this.sandbox.world.tracker,
      names: this.#names,
      clockOffset: this.#clockOffset,
      ...{ port, backlinkWaitMs },
      ...(flags.state === undefined ? {} : { stateFile: trackerStateOf(flags.state) }),
    });
  }

  #moveTracker(offsetMs: number): void {
    Atomics.store(this.#clockOffset, 0, BigInt(Math.round(offsetMs)));
  }

  #notice(message: string): void {
    this.#options.onLine(`[sandbox] ${message}`);
  }
}

/** The file in which the Tracker stand-in keeps its state, beside that of YouTrack. */
function trackerStateOf(stateFile: string): string {
  return `${stateFile}.tracker`;
}
