import type { AppPackage } from '../apps/app-package.ts';
import type { WatchedApps } from '../apps/watched-apps.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { logInactivityOf } from '../rules/log-inactivity.ts';
import { WatchedApp, type WatchedAppOptions } from './watched-app.ts';

/** The apps of a sandbox whose files are looked at all the time. */
export interface AppWatch {
  /** What pages are told. */
  watched(): WatchedApps;
  /** The packages that were imported last. */
  packages(): readonly AppPackage[];
  stop(): void;
}

export interface AppWatchOptions {
  readonly paths: readonly string[];
  /** The sandbox to import into; another one after a reset. */
  readonly current: () => Sandbox;
  readonly onLine: (line: string) => void;
}

/** Between two looks at the files of all apps: with what a change rests, an import follows it within a second. */
const lookEveryMs = 100;

/** Where looking takes long, because there are very many files, it is done less often: at most a tenth of the time goes into it. */
const pauseOverLook = 9;
const longestPauseMs = 500;

/** Imports the apps and, whenever their files change, imports them again. Resolves once each has been tried. */
export async function watchApps({ paths, current, onLine }: AppWatchOptions): Promise<AppWatch> {
  const startedAt = Date.now();
  const apps = paths.map((path) => new WatchedApp({ path, onLine, ...importInto(current) }));
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  await look();
  return {
    watched: () => ({
      edition: `${startedAt}-${apps.reduce((sum, { imports }) => sum + imports, 0)}`,
      problems: apps.flatMap(({ problem }) => problem ?? []),
    }),
    packages: () => apps.flatMap(({ imported }) => imported ?? []),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };

  async function look(): Promise<void> {
    const startMs = performance.now();
    for (const app of apps) await app.look(performance.now());
    if (isStopped) return;
    const tookMs = performance.now() - startMs;
    timer = setTimeout(
      () => void look(),
      Math.min(longestPauseMs, Math.max(lookEveryMs, tookMs * pauseOverLook)),
    ).unref();
  }
}

function importInto(current: () => Sandbox): Pick<WatchedAppOptions, 'install' | 'remove'> {
  return {
    async install(appPackage) {
      const { apps, world } = current();
      await logInactivityOf(world, await apps.install(appPackage));
    },
    remove: (app) => current().apps.remove(app),
  };
}
