import { BadPackageError } from './bad-package-error.ts';
import { checkFilePath } from './check-file-path.ts';
import { readDirectory } from './zip/read-directory.ts';
import { locateEntry, unpackEntry, type ZipRange } from './zip/unpack-entry.ts';
import { damaged, ZipBytes, type ZipEntry } from './zip/zip-entry.ts';

/** Far above any real app; keeps a crafted archive from filling the memory. */
const maxFiles = 10_000;
const maxUnpackedBytes = 128 * 1024 * 1024;

/**
 * Unpacks an app's zip. Nothing is unpacked before everything that the archive says of itself agrees.
 * @returns every file by its path; folders are left out
 * @throws BadPackageError when it is no zip, is damaged or contradicts itself, is too big unpacked, needs what packages
 *   do not need, or names a file twice or outside of itself
 */
export function readZip(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const zip = new ZipBytes(archive);
  const { entries, offset } = readDirectory(zip, maxFiles);
  checkNames(entries);
  if (entries.reduce((sum, { size }) => sum + size, 0) > maxUnpackedBytes)
    throw new BadPackageError(`The package is larger than ${maxUnpackedBytes} bytes unpacked.`);
  const located = entries.map((entry) => ({ entry, range: locateEntry(zip, entry) }));
  checkRanges(
    located.map(({ range }) => range),
    offset,
  );
  const files = new Map<string, Uint8Array>();
  for (const { entry, range } of located) {
    const bytes = unpackEntry(entry, range.data);
    if (!entry.name.endsWith('/')) files.set(entry.name, bytes);
    else if (bytes.length > 0) throw damaged(`the folder ${JSON.stringify(entry.name)} has something in it`);
  }
  return files;
}

function checkNames(entries: readonly ZipEntry[]): void {
  const names = new Set<string>();
  for (const { name } of entries) {
    checkFilePath(name);
    if (names.has(name)) throw new BadPackageError(`The package has two files ${JSON.stringify(name)}.`);
    names.add(name);
  }
}

/** Files that share their data are how a small archive unpacks to a huge one. */
function checkRanges(ranges: readonly ZipRange[], directory: number): void {
  let free = 0;
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    if (start < free) throw damaged('two of its files lie in the same place');
    free = end;
  }
  if (free > directory) throw damaged('a file of it lies in its directory');
}
