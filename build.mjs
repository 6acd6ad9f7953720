/** Makes dist/ and tracker-links.zip: what an administrator uploads. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BuildProblem, readJson, readSource } from './packaging/build-problem.mjs';
import { bundleScripts } from './packaging/bundle-scripts.mjs';
import { checkManifest } from './packaging/check-manifest.mjs';
import { checkScripts } from './packaging/check-scripts.mjs';
import { packZip } from './packaging/pack-zip.mjs';
import { writeNotices } from './packaging/write-notices.mjs';

// `node build.mjs FOLDER` builds the sources of another folder; nothing but the tests of this script needs it.
const root = resolve(process.argv[2] ?? dirname(fileURLToPath(import.meta.url)));
const finalDir = join(root, 'dist');
// Built aside and put in place at the end: nobody ever meets a half-made package.
const outDir = join(root, 'build', `dist-${process.pid}`);

async function main() {
  const manifest = await readJson(root, 'manifest.json');
  await checkManifest(root, manifest);
  await mkdir(outDir, { recursive: true });
  await copyAssets(manifest);
  await writeScripts();
  const inputs = manifest.widgets ? await bundleWidgets(manifest.widgets) : [];
  await writeFile(join(outDir, 'third-party-notices.txt'), await writeNotices(root, inputs));
  await packZip(outDir, join(root, 'tracker-links.zip'));
  await putInPlace();
}

/** What goes into the package as it is. */
async function copyAssets(manifest) {
  const names = [
    'manifest.json',
    'settings.json',
    'entity-extensions.json',
    'LICENSE',
    manifest.icon,
    manifest.iconDark,
  ];
  for (const name of names.filter(Boolean)) {
    if (name.endsWith('.json')) await readJson(root, name);
    await writeFile(join(outDir, name), await readSource(root, name));
  }
}

async function writeScripts() {
  const scripts = await bundleScripts(root);
  checkScripts(scripts);
  for (const { name, code } of scripts) await writeFile(join(outDir, `${name}.js`), code);
}

/**
 * Widgets build themselves: `widgets/build-widgets.mjs` writes dist/widgets/<indexPath> for every one of them.
 * @returns the source files they are made from, packages included
 */
async function bundleWidgets(widgets) {
  const { buildWidgets } = await import('./widgets/build-widgets.mjs');
  const { sizes, inputs } = await buildWidgets({ root, outDir });
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
  return inputs;
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
