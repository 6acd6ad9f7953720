import { join } from 'node:path';
import type { AppPackage } from '../apps/app-package.ts';
import { loadPackage, unpackPackage } from '../apps/load-package.ts';
import type {
  CreateSandbox,
  LogLine,
  Sandbox,
  SandboxOptions,
  SentMail,
  Snapshot,
} from '../ports/sandbox-api.ts';
import { type ListeningServer, listen } from '../server/listen.ts';
import { readWorld } from '../server/read-world.ts';
import { StartError } from '../server/start-error.ts';
import { createCaller } from './create-caller.ts';
import { parseDuration } from './parse-duration.ts';
import { readSavedRun, type SavedRun, writeSavedRun } from './saved-run.ts';
import { type Run, type RunSetup, startRun } from './start-run.ts';
import { TrackerSide } from './tracker-side.ts';

export type * from '../ports/sandbox-api.ts';

/** The bundles lie beside the one this file is part of: `dist/node/library.*`. */
const buildFolder = join(import.meta.dirname, '..');

/**
 * Starts a sandbox in this process.
 * @throws Error with one line for people: a bad world, a bad package, a port that is taken
 */
export const createSandbox: CreateSandbox = async (options = {}) => {
  if (options.trackerPort !== undefined && options.port === undefined)
    throw new StartError('A trackerPort needs a port: Tracker asks YouTrack over HTTP');
  const sandbox = new HeldSandbox(options);
  try {
    await sandbox.start();
    return sandbox;
  } catch (error) {
    await sandbox.close();
    throw error;
  }
};

/** What stays the same over resets and restores: the address, the apps it began with, and who holds it. */
class HeldSandbox implements Sandbox {
  readonly #options: SandboxOptions;
  readonly #setup: Omit<RunSetup, 'saved'>;
  readonly #hosts: Map<string, string>;
  readonly #clockOffset = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  #run: Run | undefined;
  #server: ListeningServer | undefined;
  #tracker: TrackerSide | undefined;

  constructor(options: SandboxOptions) {
    const { world, apps = [], hosts = {} } = options;
    this.#options = options;
    this.#hosts = new Map(Object.entries(hosts));
    this.#setup = {
      options,
      buildFolder,
      hosts: this.#hosts,
      world: typeof world === 'object' ? world : readWorld(world),
      packages: apps.map(readPackage),
      baseUrl: () => this.url,
      reset: () => this.reset(),
      onMove: (offsetMs) => void Atomics.store(this.#clockOffset, 0, BigInt(Math.round(offsetMs))),
    };
  }

  get url(): string {
    return this.#server?.origin ?? 'http://youtrack.localhost';
  }

  get trackerUrl(): string | undefined {
    return this.#tracker?.origin;
  }

  async start(): Promise<void> {
    const { port, trackerPort } = this.#options;
    this.#run = await startRun(this.#setup);
    if (port === undefined) return;
    this.#server = await listen({ fetch: (request) => this.#current.fetch(request) }, port);
    if (trackerPort === undefined) return;
    this.#tracker = new TrackerSide({
      names: [...this.#hosts.keys()],
      ...{ buildFolder, port: trackerPort, youtrackOrigin: this.url, clockOffset: this.#clockOffset },
    });
    await this.#startTracker(undefined);
  }

  as(login: string) {
    return createCaller({ login, url: () => this.url, answer: (request) => this.#current.fetch(request) });
  }

  async install(app: string | Uint8Array): Promise<string> {
    const { package: installed } = await this.#current.parts.apps.install(readPackage(app));
    return installed.name;
  }

  now(): Date {
    return new Date(this.#current.clock.now());
  }

  async advance(duration: number | string): Promise<void> {
    await this.#current.clock.advance(parseDuration(duration));
  }

  settled(): Promise<void> {
    return this.#current.parts.jobs.settled();
  }

  outbox(): readonly SentMail[] {
    return [...this.#current.parts.outbox];
  }

  logs(app: string): readonly LogLine[] {
    return this.#current.parts.apps.byName(app)?.logs() ?? [];
  }

  reset(): Promise<void> {
    return this.#beginAnew(undefined);
  }

  async snapshot(): Promise<Snapshot> {
    const takenAt = this.now();
    return { takenAt, content: writeSavedRun(this.#current.parts, this.#tracker?.read()) };
  }

  async restore({ content }: Snapshot): Promise<void> {
    await this.#beginAnew(readSavedRun(content));
  }

  async close(): Promise<void> {
    await this.#tracker?.close();
    await this.#server?.close();
    await this.#run?.stop();
    this.#run = undefined;
  }

  get #current(): Run {
    if (this.#run === undefined) throw new StartError('The sandbox is closed');
    return this.#run;
  }

  /** The new run is there before the old one ends: when it cannot begin, nothing has changed. */
  async #beginAnew(saved: SavedRun | undefined): Promise<void> {
    const old = this.#current;
    this.#run = await startRun({ ...this.#setup, saved });
    await old.stop();
    await this.#startTracker(saved?.tracker);
  }

  async #startTracker(saved: string | undefined): Promise<void> {
    await this.#tracker?.start(this.#current.parts.world.tracker, saved);
    const origin = this.#tracker?.origin;
    if (origin === undefined) return;
    for (const [host, target] of this.#hosts) if (target === 'tracker') this.#hosts.set(host, origin);
  }
}

function readPackage(app: string | Uint8Array): AppPackage {
  return typeof app === 'string' ? loadPackage(app) : unpackPackage(app);
}
