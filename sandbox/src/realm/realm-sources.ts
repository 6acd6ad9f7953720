import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** The texts every realm is made of: our scripting API as one script, and JetBrains' published modules as they are. */
export interface RealmSources {
  readonly api: string;
  /** Module name (`date-time`) → source. */
  readonly published: ReadonlyMap<string, string>;
  /** The worker that sends scripts' HTTP requests while they wait. */
  readonly httpWorkerFile: string;
}

/** JetBrains' modules that run as they are; `entities` there is documentation only, `http` and `search` are outdated. */
const publishedModules = ['cache', 'date-time', 'environment', 'notifications', 'strings', 'workflow'];

/** @param buildFolder where `sandbox/build.mjs` wrote `realm-api.js`; the published package is looked up from there. */
export function loadRealmSources({ buildFolder }: { readonly buildFolder: string }): RealmSources {
  return {
    api: readFileSync(join(buildFolder, 'realm-api.js'), 'utf8'),
    published: loadPublishedModules(join(buildFolder, 'realm-api.js')),
    httpWorkerFile: resolve(buildFolder, 'node', 'http-worker.mjs'),
  };
}

/** @param from a file from which `@jetbrains/youtrack-scripting-api` can be resolved */
export function loadPublishedModules(from: string): ReadonlyMap<string, string> {
  const folder = dirname(
    createRequire(resolve(from)).resolve('@jetbrains/youtrack-scripting-api/package.json'),
  );
  return new Map(publishedModules.map((name) => [name, readFileSync(join(folder, `${name}.js`), 'utf8')]));
}
