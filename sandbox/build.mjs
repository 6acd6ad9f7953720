import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the bundles go; the folder is left out of version control. */
export const buildFolder = join(import.meta.dirname, '..', 'build', 'sandbox');

const sourceFolder = join(import.meta.dirname, 'src');

/** What runs in Node: the command line and the workers it starts. A room that is not there is not built. */
const nodeEntries = {
  cli: 'cli.ts',
  'tracker-worker': 'tracker/worker.ts',
  'http-worker': 'realm/http-worker.ts',
};

const common = { absWorkingDir: sourceFolder, bundle: true, write: false, logLevel: 'warning' };

/** Says what the bundles were made of; while it is true they are not made again. */
const stampFile = join(buildFolder, 'made-of.json');

/** What this build has made. */
const written = new Set();

/** Bundles of former sources that a running sandbox may still load from are kept this long. */
const keptMs = 24 * 60 * 60 * 1000;

/**
 * Bundles the sandbox into `build/sandbox/`: the command line and its workers for Node (packages and all, because one
 * file loads sooner than hundreds; what is loaded later stays a chunk of its own), the scripting API as one text that is
 * evaluated inside each app's realm, and the scripts of the pages. Nothing is done when no source has changed since.
 * @returns the folder
 */
export async function buildSandbox() {
  const sources = describeSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources) return buildFolder;
  const { build } = await import('esbuild');
  const results = await Promise.all([buildForNode(build), buildRealmApi(build), buildPages(build)]);
  for (const result of results) result?.outputFiles.forEach(writeIfChanged);
  writeIfChanged({ path: stampFile, contents: Buffer.from(sources) });
  removeOutdated();
  return buildFolder;
}

/** Every source with its size and time, and the packages the bundles name. */
function describeSources() {
  const sources = readdirSync(sourceFolder, { recursive: true }).filter((file) =>
    /\.(ts|tsx|mjs|css)$/.test(file),
  );
  const files = [...sources.sort(), '../build.mjs', '../../package-lock.json'];
  return files
    .map((file) => {
      const { size, mtimeMs } = statSync(join(sourceFolder, file));
      return `${file} ${size} ${mtimeMs}`;
    })
    .join('\n');
}

function removeOutdated() {
  const folder = join(buildFolder, 'node');
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    if (Date.now() - statSync(path).mtimeMs > keptMs && !written.has(path)) unlinkSync(path);
  }
}

function buildForNode(build) {
  return buildExisting(build, nodeEntries, {
    outdir: join(buildFolder, 'node'),
    outExtension: { '.js': '.mjs' },
    splitting: true,
    external: ['esbuild', 'synckit', '@modelcontextprotocol/sdk'],
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
  });
}

function buildRealmApi(build) {
  return buildExisting(
    build,
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

function buildPages(build) {
  return buildExisting(
    build,
    { page: 'widget-host/page/main.ts', 'yt-app': 'widget-host/page/yt-app.ts' },
    { outdir: join(buildFolder, 'page'), platform: 'browser', target: 'es2022', format: 'iife' },
  );
}

async function buildExisting(build, entries, options) {
  const entryPoints = Object.fromEntries(
    Object.entries(entries).filter(([, file]) => existsSync(join(sourceFolder, file))),
  );
  return Object.keys(entryPoints).length === 0 ? undefined : build({ ...common, ...options, entryPoints });
}

/** Replaces the file in one step and only when it differs: another sandbox may be reading it at this moment. */
function writeIfChanged({ path, contents }) {
  written.add(path);
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildSandbox();
