import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AppPackage } from '../apps/app-package.ts';
import { loadPackage } from '../apps/load-package.ts';
import type { WatchProblem } from '../apps/watched-apps.ts';
import { essentialFiles } from './essential-files.ts';
import { takeFingerprint } from './take-fingerprint.ts';

/** Files that nobody has written to for so long are read: a bundler writes its files one after another. */
export const quietMs = 100;

/** What is refused may be half-written; so long it must stay as it is to be called wrong. */
export const refusedMs = 500;

/** A folder that lacks what it had is most likely emptied by a build under way, which may take this long to fill it again. */
export const emptiedMs = 3_000;

export interface WatchedAppOptions {
  readonly path: string;
  /** Imports a package. @throws whatever is wrong with it */
  readonly install: (appPackage: AppPackage) => Promise<void>;
  /** Takes back an app that the files no longer are, because its name is another one now. */
  readonly remove: (app: string) => Promise<void>;
  /** Told in one line what has happened. */
  readonly onLine: (line: string) => void;
}

/** One app folder or zip, and what of it has been imported. Whoever holds it has it look, again and again. */
export class WatchedApp {
  readonly #options: WatchedAppOptions;
  /** What was last imported or refused. */
  #settled: string | undefined;
  #seen: string | undefined;
  #seenSinceMs = 0;
  /** How long what is seen must have rested before it is read. */
  #patienceMs = 0;
  #imported: AppPackage | undefined;
  #problem: string | undefined;
  #imports = 0;

  constructor(options: WatchedAppOptions) {
    this.#options = options;
  }

  /** How often its files have been imported. */
  get imports(): number {
    return this.#imports;
  }

  get problem(): WatchProblem | undefined {
    if (this.#problem === undefined) return undefined;
    return { app: this.#imported?.name, path: this.#options.path, message: this.#problem };
  }

  /** The package that was imported last. */
  get imported(): AppPackage | undefined {
    return this.#imported;
  }

  /**
   * Looks at the files, and imports them when they have changed and come to rest. The fingerprint is older than what is read,
   * so that what is written meanwhile is a change for the next look.
   * @param nowMs a time that only ever grows
   */
  async look(nowMs: number): Promise<void> {
    const fingerprint = takeFingerprint(this.#options.path);
    if (fingerprint !== this.#seen) {
      this.#patienceMs = this.#seen === undefined ? 0 : quietMs;
      this.#seen = fingerprint;
      this.#seenSinceMs = nowMs;
    }
    const restedMs = nowMs - this.#seenSinceMs;
    if (fingerprint === this.#settled || restedMs < this.#patienceMs) return;
    this.#patienceMs = await this.#attempt(restedMs);
    if (restedMs >= this.#patienceMs) this.#settled = fingerprint;
  }

  /** @returns how long the files must have rested for the outcome to stand */
  async #attempt(restedMs: number): Promise<number> {
    try {
      const appPackage = loadPackage(this.#options.path);
      if (this.#hasLost(appPackage) && restedMs < emptiedMs) return emptiedMs;
      await this.#import(appPackage);
      return 0;
    } catch (error) {
      const patienceMs = hasManifest(this.#options.path) ? refusedMs : emptiedMs;
      if (restedMs >= patienceMs) this.#refuse(error instanceof Error ? error.message : String(error));
      return patienceMs;
    }
  }

  async #import(appPackage: AppPackage): Promise<void> {
    const earlier = this.#imported;
    const isSame = earlier !== undefined && Buffer.compare(earlier.archive, appPackage.archive) === 0;
    if (isSame && this.#problem === undefined) return;
    const startMs = performance.now();
    await this.#options.install(appPackage);
    if (earlier !== undefined && earlier.name !== appPackage.name) await this.#options.remove(earlier.name);
    this.#imported = appPackage;
    this.#problem = undefined;
    this.#imports += 1;
    const { name, version } = appPackage;
    const tookMs = Math.round(performance.now() - startMs);
    this.#options.onLine(`${this.#options.path}: ${name} ${version} is imported (${tookMs} ms)`);
  }

  #refuse(message: string): void {
    this.#problem = message;
    this.#options.onLine(`${this.#options.path} cannot be imported: ${message}`);
  }

  #hasLost({ files }: AppPackage): boolean {
    return this.#imported !== undefined && essentialFiles(this.#imported).some((path) => !files.has(path));
  }
}

/** Without one a folder is empty, or about to be filled. A zip counts as having one. */
function hasManifest(path: string): boolean {
  if (!existsSync(path)) return false;
  return (
    !statSync(path).isDirectory() ||
    ['manifest.json', 'package.json'].some((file) => existsSync(join(path, file)))
  );
}
