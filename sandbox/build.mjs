import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Where the bundles go; the folder is left out of version control. */
export const buildFolder = join(import.meta.dirname, '..', 'build', 'sandbox');

/** What runs in Node: the command line and the workers it starts. A room that is not there is not built. */
const nodeEntries = {
  cli: 'cli.ts',
  'tracker-worker': 'tracker/worker.ts',
  'http-worker': 'realm/http-worker.ts',
};

const common = { absWorkingDir: import.meta.dirname, bundle: true, write: false, logLevel: 'warning' };

/**
 * Bundles the sandbox into `build/sandbox/`: the command line and its workers for Node (packages stay imports, modules
 * loaded later stay chunks of their own, so that starting stays quick), the scripting API as one text that is
 * evaluated inside each app's realm, and the scripts of the pages.
 * @returns the folder
 */
export async function buildSandbox() {
  const results = await Promise.all([buildForNode(), buildRealmApi(), buildPages()]);
  for (const result of results) result?.outputFiles.forEach(writeIfChanged);
  return buildFolder;
}

function buildForNode() {
  return buildExisting(nodeEntries, {
    outdir: join(buildFolder, 'node'),
    outExtension: { '.js': '.mjs' },
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
  });
}

function buildRealmApi() {
  return buildExisting(
    { 'realm-api': 'api/index.ts' },
    {
      outdir: buildFolder,
      platform: 'neutral',
      target: 'es2022',
      format: 'iife',
      globalName: '__sandboxApi',
    },
  );
}

function buildPages() {
  return buildExisting(
    { page: 'widget-host/page/main.ts', 'yt-app': 'widget-host/page/yt-app.ts' },
    { outdir: join(buildFolder, 'page'), platform: 'browser', target: 'es2022', format: 'iife' },
  );
}

async function buildExisting(entries, options) {
  const entryPoints = Object.fromEntries(
    Object.entries(entries).filter(([, file]) => existsSync(join(import.meta.dirname, file))),
  );
  return Object.keys(entryPoints).length === 0 ? undefined : build({ ...common, ...options, entryPoints });
}

/** Replaces the file in one step and only when it differs: another sandbox may be reading it at this moment. */
function writeIfChanged({ path, contents }) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildSandbox();
