import { BadPackageError } from '../bad-package-error.ts';
import { damaged, flag, method, type ZipBytes, type ZipEntry } from './zip-entry.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const longestComment = 0xffff;

/** The parts of the file mode, in the upper half of the external attributes, that say "symbolic link". */
const fileKind = 0o170000;
const symbolicLink = 0o120000;

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where the directory begins: the files' data lies before it. */
  readonly offset: number;
}

/**
 * Reads the directory at the end of a zip.
 * @throws BadPackageError when it is none, is damaged, or needs what packages do not: encryption, zip64, several volumes
 */
export function readDirectory(zip: ZipBytes, maxFiles: number): ZipDirectory {
  const end = findEnd(zip);
  const [disk, startDisk, onDisk, count] = [4, 6, 8, 10].map((at) => zip.u16(end + at));
  const [size, offset] = [zip.u32(end + 12), zip.u32(end + 16)];
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff)
    throw new BadPackageError('The package is a zip64 file, which is for larger ones.');
  if (disk !== 0 || startDisk !== 0 || onDisk !== count) throw damaged('it is one volume of several');
  if (offset + size !== end) throw damaged('its directory is not where it says');
  if ((count ?? 0) > maxFiles) throw new BadPackageError(`The package has more than ${maxFiles} files.`);
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let index = 0; index < (count ?? 0); index += 1) {
    entries.push(readEntry(zip, at));
    at += entryLength + [28, 30, 32].reduce((sum, field) => sum + zip.u16(at + field), 0);
  }
  if (at !== end) throw damaged('its directory has another length than it says');
  return { entries, offset };
}

/** The end record: the last of the file, but for its comment. */
function findEnd(zip: ZipBytes): number {
  const last = zip.bytes.length - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (zip.u32(at) === endSignature && at + endLength + zip.u16(at + 20) === zip.bytes.length) return at;
  throw new BadPackageError('The package is not a zip file, or it is damaged.');
}

function readEntry(zip: ZipBytes, at: number): ZipEntry {
  if (zip.u32(at) !== entrySignature) throw damaged('its directory has something else in it');
  const rawName = zip.slice(at + entryLength, zip.u16(at + 28));
  const entry: ZipEntry = {
    name: decodeName(rawName),
    rawName,
    flags: zip.u16(at + 8),
    method: zip.u16(at + 10),
    crc: zip.u32(at + 16),
    packedSize: zip.u32(at + 20),
    size: zip.u32(at + 24),
    offset: zip.u32(at + 42),
  };
  checkEntry(entry, zip.u32(at + 38) >>> 16);
  return entry;
}

function checkEntry(
  { name, flags, method: packing, packedSize, size, offset }: ZipEntry,
  mode: number,
): void {
  const shown = JSON.stringify(name);
  if ((flags & flag.encrypted) !== 0) throw new BadPackageError(`The package has ${shown} encrypted.`);
  if ([packedSize, size, offset].includes(0xffffffff))
    throw new BadPackageError('The package is a zip64 file, which is for larger ones.');
  if (packing !== method.stored && packing !== method.deflated)
    throw new BadPackageError(`The package has ${shown} packed in a way that is not deflate.`);
  if ((mode & fileKind) === symbolicLink) throw new BadPackageError(`The package has the link ${shown}.`);
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Names that are no UTF-8 are of some older code page that a zip does not name.
    throw new BadPackageError('The package has a file whose name is not UTF-8.');
  }
}
