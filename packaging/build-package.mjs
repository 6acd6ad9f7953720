import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { BuildProblem, readJson, readSource } from './build-problem.mjs';
import { bundleScripts } from './bundle-scripts.mjs';
import { checkManifest } from './check-manifest.mjs';
import { checkScripts } from './check-scripts.mjs';
import { packZip } from './pack-zip.mjs';
import { listBundledPackages, writeNotices } from './write-notices.mjs';

/**
 * Makes `dist/` and `tracker-links.zip` of the sources in `root`: what an administrator uploads. Built aside and put in
 * place at the end, so that nobody ever meets a half-made package.
 * @returns the npm packages of which something is in the zip, as `writeNotices` describes them
 * @throws BuildProblem
 */
export async function buildPackage(root) {
  const outDir = join(root, 'build', `dist-${process.pid}`);
  try {
    const packages = await fillFolder(root, outDir);
    await packZip(outDir, join(root, 'tracker-links.zip'));
    await putInPlace(outDir, join(root, 'dist'));
    return packages;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

async function fillFolder(root, outDir) {
  const manifest = await readJson(root, 'manifest.json');
  await checkManifest(root, manifest);
  await mkdir(outDir, { recursive: true });
  await copyAssets(root, outDir, manifest);
  await writeScripts(root, outDir);
  const inputs = manifest.widgets ? await bundleWidgets(root, outDir, manifest.widgets) : [];
  const packages = await listBundledPackages(root, inputs);
  await writeFile(join(outDir, 'third-party-notices.txt'), writeNotices(packages));
  return packages;
}

/** What goes into the package as it is. */
async function copyAssets(root, outDir, { icon, iconDark }) {
  const names = ['manifest.json', 'settings.json', 'entity-extensions.json', 'LICENSE', icon, iconDark];
  for (const name of names.filter(Boolean)) {
    if (name.endsWith('.json')) await readJson(root, name);
    await writeFile(join(outDir, name), await readSource(root, name));
  }
}

async function writeScripts(root, outDir) {
  const scripts = await bundleScripts(root);
  checkScripts(scripts);
  for (const { name, code } of scripts) await writeFile(join(outDir, `${name}.js`), code);
}

/**
 * Widgets build themselves: `widgets/build-widgets.mjs` writes dist/widgets/<indexPath> for every one of them.
 * @returns the source files they are made from, packages included
 */
async function bundleWidgets(root, outDir, widgets) {
  const { buildWidgets } = await import('../widgets/build-widgets.mjs');
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

/** Whoever reads a package that is the same already is not disturbed. */
async function putInPlace(outDir, finalDir) {
  if (await isSame(outDir, finalDir)) return;
  await replace(outDir, finalDir);
}

async function isSame(one, other) {
  const [names, otherNames] = [await listFiles(one), await listFiles(other)];
  if (names.join() !== otherNames.join()) return false;
  for (const name of names) {
    const [bytes, otherBytes] = await Promise.all([one, other].map((folder) => readFile(join(folder, name))));
    if (!bytes.equals(otherBytes)) return false;
  }
  return true;
}

async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, path, name }) => relative(folder, join(parentPath ?? path, name))).sort();
}

/** Two builds may end at the same time; then the folder is there again before it can be replaced. */
async function replace(outDir, finalDir, triesLeft = 5) {
  const former = `${outDir}-former`;
  await rename(finalDir, former).catch(ignoreMissing);
  try {
    await rename(outDir, finalDir);
  } catch (error) {
    if (triesLeft === 0 || error.code !== 'ENOTEMPTY') throw error;
    await rm(former, { recursive: true, force: true });
    await replace(outDir, finalDir, triesLeft - 1);
  } finally {
    await rm(former, { recursive: true, force: true });
  }
}

/** The first build replaces nothing, and neither does one that another was quicker than. */
function ignoreMissing(error) {
  if (error.code !== 'ENOENT') throw error;
}
