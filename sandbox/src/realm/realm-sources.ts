import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** The texts every realm is made of: our scripting API as one script, and JetBrains' published modules as they are. */
export interface RealmSources {
  readonly api: string;
  /** Module name (`date-time`) → source. */
  readonly published: ReadonlyMap<string, string>;
  /** The worker that sends scripts' HTTP requests while they wait. */
  readonly httpWorkerFile: string;
}

/** @param buildFolder where the build wrote `realm-api.js` and JetBrains' modules (`published/`) */
export function loadRealmSources({ buildFolder }: { readonly buildFolder: string }): RealmSources {
  return {
    api: readFileSync(join(buildFolder, 'realm-api.js'), 'utf8'),
    published: loadPublishedModules(join(buildFolder, 'published')),
    httpWorkerFile: resolve(buildFolder, 'node', 'http-worker.mjs'),
  };
}

function loadPublishedModules(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder);
  return new Map(files.map((file) => [basename(file, '.js'), readFileSync(join(folder, file), 'utf8')]));
}
