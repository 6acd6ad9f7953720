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
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the bundles go; the folder is left out of version control, and is what the package ships. */
export const buildFolder = join(import.meta.dirname, 'dist');

const sourceFolder = join(import.meta.dirname, 'src');

const probeFolder = join(sourceFolder, 'conform', 'probe');

/** What runs in Node: the command line, what `import` gives, and the workers they start. */
const nodeEntries = {
  cli: 'cli/main.ts',
  library: 'library/create-sandbox.ts',
  'tracker-worker': 'tracker/worker.ts',
  'http-worker': 'realm/http-worker.ts',
};

/** JetBrains' modules that run as they are; `entities` there is documentation only, `http` and `search` are outdated. */
const publishedModules = ['cache', 'date-time', 'environment', 'notifications', 'strings', 'workflow'];

const scriptingApi = dirname(
  createRequire(import.meta.url).resolve('@jetbrains/youtrack-scripting-api/package.json'),
);

/** CommonJS packages inside an ES module ask for Node's modules by `require`. */
const requireInModules =
  "import { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);";

const common = {
  absWorkingDir: sourceFolder,
  bundle: true,
  write: false,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** Says what the bundles were made of; while it is true they are not made again. */
const stampFile = join(buildFolder, 'made-of.json');

/** What this build has made. */
const written = new Set();

/** Bundles of former sources that a running sandbox may still load from are kept this long. */
const keptMs = 24 * 60 * 60 * 1000;

/**
 * Bundles the sandbox into `dist/`: the command line and its workers for Node (packages and all, because one file loads
 * sooner than hundreds and the package needs no others; what is loaded later stays a chunk of its own), the scripting API
 * as one text that is evaluated inside each app's realm beside JetBrains' own modules, the scripts of the pages, and the
 * licenses of what is inside. Nothing is done when no source has changed since.
 * @param isForPacking whether to build in any case and to leave nothing in the folder that this build has not made
 * @returns the folder
 */
export async function buildSandbox({ isForPacking = false } = {}) {
  const sources = describeSources();
  if (!isForPacking && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources)
    return buildFolder;
  const { build } = await import('esbuild');
  const builds = [buildForNode, buildForRequire, buildRealmApi, buildPages];
  const results = await Promise.all(builds.map((one) => one(build)));
  for (const { outputFiles } of results) outputFiles.forEach(writeIfChanged);
  for (const module of publishedModules) copyPublished(module);
  copyProbe();
  for (const name of ['index.d.ts', 'index.d.cts']) writeText(name, declarations());
  writeText('licenses.txt', describeLicenses(results));
  writeText('made-of.json', sources);
  removeOutdated(isForPacking ? 0 : keptMs);
  return buildFolder;
}

/** The public types are a text of their own that imports nothing; only the function is to be added. */
function declarations() {
  const types = readFileSync(join(sourceFolder, 'ports', 'sandbox-api.ts'), 'utf8');
  return `${types}\nexport declare const createSandbox: CreateSandbox;\n`;
}

function copyPublished(module) {
  const path = join(buildFolder, 'published', `${module}.js`);
  writeIfChanged({ path, contents: readFileSync(join(scriptingApi, `${module}.js`)) });
}

/** The app that `conform` brings to a server: its scripts run there, and go as they are. */
function copyProbe() {
  for (const file of readdirSync(probeFolder)) {
    const path = join(buildFolder, 'probe', file);
    writeIfChanged({ path, contents: readFileSync(join(probeFolder, file)) });
  }
}

/** Whose work the bundles contain, and under which terms: the licenses ask for it. */
function describeLicenses(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(
    inputs.flatMap((input) => /.*node_modules\/(@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  );
  return [...[...folders].map((folder) => join(sourceFolder, folder)), scriptingApi]
    .map(describeLicense)
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function describeLicense(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return `${name} ${version} (${license})\n${text}`;
}

function writeText(name, text) {
  writeIfChanged({ path: join(buildFolder, name), contents: Buffer.from(text) });
}

/** Every source with its size and time, and the packages the bundles name. */
function describeSources() {
  const sources = readdirSync(sourceFolder, { recursive: true }).filter((file) =>
    /\.(ts|tsx|mjs|js|css|json)$/.test(file),
  );
  const files = [...sources.sort(), '../build.mjs', '../package.json'];
  return files
    .map((file) => {
      const { size, mtimeMs } = statSync(join(sourceFolder, file));
      return `${file} ${size} ${mtimeMs}`;
    })
    .join('\n');
}

function removeOutdated(olderThanMs) {
  const folder = join(buildFolder, 'node');
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    if (Date.now() - statSync(path).mtimeMs > olderThanMs && !written.has(path)) unlinkSync(path);
  }
}

function buildForNode(build) {
  return build({
    ...common,
    entryPoints: nodeEntries,
    outdir: join(buildFolder, 'node'),
    outExtension: { '.js': '.mjs' },
    banner: { js: requireInModules },
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
  });
}

/** The same library for `require`: Node 20 requires no ES modules, and Jest's tests are CommonJS. */
function buildForRequire(build) {
  return build({
    ...common,
    entryPoints: { library: nodeEntries.library },
    outdir: join(buildFolder, 'node'),
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.dirname': '__dirname' },
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
}

function buildRealmApi(build) {
  return build({
    ...common,
    entryPoints: { 'realm-api': 'api/index.ts' },
    outdir: buildFolder,
    platform: 'neutral',
    target: 'es2022',
    format: 'iife',
    globalName: '__sandboxApi',
  });
}

function buildPages(build) {
  return build({
    ...common,
    entryPoints: { page: 'widget-host/page/main.ts', 'yt-app': 'widget-host/page/yt-app.ts' },
    outdir: join(buildFolder, 'page'),
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  });
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

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await buildSandbox({ isForPacking: process.argv.includes('--for-packing') });
