/**
 * Makes dist/ and tracker-links.zip: what an administrator uploads. Handlers are bundled one by one, un-minified, so that
 * they can be read on the server; nothing but JetBrains' scripting API stays a `require`.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import { zipSync } from 'fflate';

// `node build.mjs FOLDER` builds the sources of another folder; nothing but the tests of this script needs it.
const root = resolve(process.argv[2] ?? dirname(fileURLToPath(import.meta.url)));
const finalDir = join(root, 'dist');
// Built aside and put in place at the end: nobody ever meets a half-made package.
const outDir = join(root, 'build', `dist-${process.pid}`);
const zipFile = join(root, 'tracker-links.zip');

/** More than this and YouTrack spends noticeable time on evaluating a script. */
const maxScriptBytes = 70_000;

/** Every file carries this date, so that the same sources give the same zip. */
const modified = new Date('2026-01-01T00:00:00');

/** A reason to stop that is told in one line. */
class BuildProblem extends Error {}

async function main() {
  const manifest = await readJson('manifest.json');
  await checkManifest(manifest);
  await mkdir(outDir, { recursive: true });
  await copyAssets(manifest);
  await bundleHandlers();
  if (manifest.widgets) await bundleWidgets(manifest.widgets);
  await packZip();
  await putInPlace();
}

async function readJson(name) {
  const text = await readFile(join(root, name), 'utf8').catch(() => {
    throw new BuildProblem(`${name} is missing`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BuildProblem(`${name} is not JSON: ${error.message}`);
  }
}

/** Checks what the server, or JetBrains Marketplace, would refuse only after the upload. */
async function checkManifest(manifest) {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const schema = await readJson('test/schemas/youtrack-app.json');
  if (!ajv.validate(schema, manifest)) {
    throw new BuildProblem(
      `manifest.json does not fit YouTrack's schema: ${ajv.errorsText(ajv.errors, { dataVar: 'manifest' })}`,
    );
  }
  const { version } = await readJson('package.json');
  if (manifest.version !== version) {
    throw new BuildProblem(
      `manifest.json is version ${manifest.version}, but package.json is version ${version}`,
    );
  }
}

/** What goes into the package as it is. */
async function copyAssets(manifest) {
  const names = [
    'manifest.json',
    'settings.json',
    'entity-extensions.json',
    manifest.icon,
    manifest.iconDark,
  ];
  for (const name of names.filter(Boolean)) {
    if (name.endsWith('.json')) await readJson(name);
    const content = await readFile(join(root, name)).catch(() => {
      throw new BuildProblem(`${name} is missing`);
    });
    await writeFile(join(outDir, name), content);
  }
}

/** handlers/issue.ts → dist/issue.js: one file, one script, one segment of the address. */
async function bundleHandlers() {
  const names = (await readdir(join(root, 'handlers'))).filter((name) => name.endsWith('.ts')).sort();
  for (const name of names) {
    const script = `${basename(name, '.ts')}.js`;
    await build({
      stdin: { contents: await writeEntry(name), resolveDir: root, sourcefile: script },
      outfile: join(outDir, script),
      bundle: true,
      format: 'cjs',
      platform: 'neutral',
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      banner: { js: '"use strict";' },
      external: ['@jetbrains/youtrack-scripting-api/*'],
      absWorkingDir: root,
      logLevel: 'warning',
    });
    await checkScript(script);
  }
}

/** Sets on `exports` what YouTrack looks for, as a script written by hand would: the bundler's own way is longer. */
async function writeEntry(name) {
  const source = await readFile(join(root, 'handlers', name), 'utf8');
  const [, kind] = /^export const (httpHandler|rule|aiTool)\b/m.exec(source) ?? [];
  if (kind === undefined) throw new BuildProblem(`handlers/${name} exports no httpHandler, rule or aiTool`);
  return `import { ${kind} } from './handlers/${name}';\nexports.${kind} = ${kind};\n`;
}

async function checkScript(script) {
  const text = await readFile(join(outDir, script), 'utf8');
  const bytes = Buffer.byteLength(text);
  if (bytes > maxScriptBytes) {
    throw new BuildProblem(`${script} is ${bytes} bytes, but a handler must stay below ${maxScriptBytes}`);
  }
  for (const [, module] of text.matchAll(/\brequire\("([^"]*)"\)/g)) {
    if (!module.startsWith('@jetbrains/youtrack-scripting-api/')) {
      throw new BuildProblem(`${script} requires "${module}", which YouTrack does not have`);
    }
  }
  console.log(`${script.padEnd(24)}${String(bytes).padStart(8)} bytes`);
}

/** Widgets build themselves: `widgets/build-widgets.mjs` writes dist/widgets/<indexPath> for every one of them. */
async function bundleWidgets(widgets) {
  const { buildWidgets } = await import('./widgets/build-widgets.mjs');
  const { sizes = {} } = (await buildWidgets({ root, outDir })) ?? {};
  for (const { key, indexPath } of widgets) {
    await readFile(join(outDir, 'widgets', indexPath)).catch(() => {
      throw new BuildProblem(
        `manifest.json names the widget "${key}", but widgets/${indexPath} was not built`,
      );
    });
    const { jsGzipBytes, cssGzipBytes } = sizes[key] ?? {};
    if (jsGzipBytes)
      console.log(
        `${`widgets/${key}`.padEnd(24)}${String(jsGzipBytes).padStart(8)} bytes of gzipped script, ${cssGzipBytes} of style`,
      );
  }
}

/** Files in the order of their names, all with the same date: the same sources give the same bytes. */
async function packZip() {
  const files = {};
  for (const entry of await readdir(outDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files[relative(outDir, path).split(sep).join('/')] = await readFile(path);
  }
  const sorted = Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
  const zip = zipSync(sorted, { level: 9, mtime: modified });
  await writeFile(`${outDir}.zip`, zip);
  await rename(`${outDir}.zip`, zipFile);
  console.log(
    `${basename(zipFile).padEnd(24)}${String(zip.length).padStart(8)} bytes, ${Object.keys(files).length} files`,
  );
}

/** Two builds may end at the same time; then the folder is there again before it can be replaced. */
async function putInPlace(triesLeft = 5) {
  await rm(finalDir, { recursive: true, force: true });
  try {
    await rename(outDir, finalDir);
  } catch (error) {
    if (triesLeft === 0 || error.code !== 'ENOTEMPTY') throw error;
    await putInPlace(triesLeft - 1);
  }
}

main().catch(async (error) => {
  await rm(outDir, { recursive: true, force: true });
  console.error(error instanceof BuildProblem ? `build: ${error.message}` : error);
  process.exitCode = 1;
});
