import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningTracker, startTracker } from '../tracker/start-tracker.ts';

export interface TrackerSideOptions {
  readonly buildFolder: string;
  readonly port: number;
  readonly youtrackOrigin: string;
  readonly clockOffset: BigInt64Array;
  /** Hosts that are mapped to it. */
  readonly names: readonly string[];
}

/** The Tracker stand-in beside a sandbox. Its state is in a file, so that it can be saved and begun anew. */
export class TrackerSide {
  readonly #options: TrackerSideOptions;
  readonly #folder = mkdtempSync(join(tmpdir(), 'youtrack-sandbox-'));
  #running: RunningTracker | undefined;
  #port: number;

  constructor(options: TrackerSideOptions) {
    this.#options = options;
    this.#port = options.port;
  }

  get origin(): string | undefined {
    return this.#running?.origin;
  }

  /**
   * Starts it, or starts it again at the same address.
   * @param config the world file's section, for a Tracker that nothing is saved of
   * @param saved what `read` gave
   */
  async start(config: unknown, saved: string | undefined): Promise<void> {
    await this.#running?.close();
    rmSync(this.#stateFile, { force: true });
    if (saved !== undefined) writeFileSync(this.#stateFile, saved);
    const { buildFolder, youtrackOrigin, clockOffset, names } = this.#options;
    this.#running = await startTracker({
      workerFile: join(buildFolder, 'node', 'tracker-worker.mjs'),
      port: this.#port,
      stateFile: this.#stateFile,
      ...{ youtrackOrigin, config, clockOffset, names },
    });
    this.#port = Number(new URL(this.#running.origin).port);
  }

  /** Its state as a text; it is written before every answer. */
  read(): string | undefined {
    return existsSync(this.#stateFile) ? readFileSync(this.#stateFile, 'utf8') : undefined;
  }

  async close(): Promise<void> {
    await this.#running?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #stateFile(): string {
    return join(this.#folder, 'tracker.json');
  }
}
