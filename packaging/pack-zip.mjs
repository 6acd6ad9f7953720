import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { BuildProblem } from './build-problem.mjs';

/** What an administrator uploads, widgets and licences included. Of this, 30,000 are for telling Tracker what changes here. */
const maxZipBytes = 260_000;

/** Every file carries this date, so that the same sources give the same zip. */
const modified = new Date('2026-01-01T00:00:00');

/**
 * Packs a folder. Files in the order of their names, all with the same date: the same sources give the same bytes.
 * @throws BuildProblem when it is too large
 */
export async function packZip(folder, zipFile) {
  const files = await readFiles(folder);
  const sorted = Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
  const zip = zipSync(sorted, { level: 9, mtime: modified });
  if (zip.length > maxZipBytes)
    throw new BuildProblem(`the zip is ${zip.length} bytes, but must stay below ${maxZipBytes}`);
  await writeFile(`${folder}.zip`, zip);
  await rename(`${folder}.zip`, zipFile);
  console.log(
    `${basename(zipFile).padEnd(24)}${String(zip.length).padStart(8)} bytes, ${Object.keys(files).length} files`,
  );
}

async function readFiles(folder) {
  const files = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files[relative(folder, path).split(sep).join('/')] = await readFile(path);
  }
  return files;
}
