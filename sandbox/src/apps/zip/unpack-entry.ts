import { inflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.ts';
import { damaged, flag, method, type ZipBytes, type ZipEntry } from './zip-entry.ts';

const headerSignature = 0x04034b50;
const descriptorSignature = 0x08074b50;
const headerLength = 30;

/** Where an entry's header and data lie; nothing else may lie there. */
export interface ZipRange {
  readonly start: number;
  /** Behind the data, and the descriptor where there is one. */
  readonly end: number;
  readonly data: Uint8Array;
}

/**
 * Finds an entry's data, and holds what is said of it there against the directory: a reader that goes by the one sees
 * another file than a reader that goes by the other.
 * @throws BadPackageError when the two differ
 */
export function locateEntry(zip: ZipBytes, entry: ZipEntry): ZipRange {
  const { offset, flags, rawName, packedSize } = entry;
  const shown = JSON.stringify(entry.name);
  if (zip.u32(offset) !== headerSignature) throw damaged(`${shown} is not where its directory says`);
  const nameLength = zip.u16(offset + 26);
  const name = zip.slice(offset + headerLength, nameLength);
  const isSame =
    zip.u16(offset + 6) === flags && zip.u16(offset + 8) === entry.method && equal(name, rawName);
  if (!isSame) throw damaged(`${shown} is described in two different ways`);
  const hasDescriptor = (flags & flag.hasDescriptor) !== 0;
  checkSizes(zip, entry, { at: offset + 14, mayBeZero: hasDescriptor });
  const start = offset + headerLength + nameLength + zip.u16(offset + 28);
  const data = zip.slice(start, packedSize);
  const end = start + packedSize;
  return { start: offset, end: hasDescriptor ? checkDescriptor(zip, entry, end) : end, data };
}

/** Checksum, packed and unpacked size, as they stand before or behind the data. */
function checkSizes(
  zip: ZipBytes,
  entry: ZipEntry,
  { at, mayBeZero }: { at: number; mayBeZero: boolean },
): void {
  const said = [zip.u32(at), zip.u32(at + 4), zip.u32(at + 8)];
  const known = [entry.crc, entry.packedSize, entry.size];
  if (!said.every((value, index) => value === known[index] || (mayBeZero && value === 0)))
    throw damaged(`${JSON.stringify(entry.name)} is described in two different ways`);
}

function checkDescriptor(zip: ZipBytes, entry: ZipEntry, at: number): number {
  const start = zip.u32(at) === descriptorSignature ? at + 4 : at;
  checkSizes(zip, entry, { at: start, mayBeZero: false });
  return start + 12;
}

/**
 * Unpacks an entry, to no more bytes than it says.
 * @throws BadPackageError when its size or checksum is another one
 */
export function unpackEntry(entry: ZipEntry, data: Uint8Array): Uint8Array {
  const unpacked = entry.method === method.stored ? Uint8Array.from(data) : inflate(entry, data);
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc)
    throw damaged(`${JSON.stringify(entry.name)} is not what its size and checksum say`);
  return unpacked;
}

function inflate({ name, size }: ZipEntry, data: Uint8Array): Uint8Array {
  try {
    const bytes = inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch {
    // Too long, broken off or no deflate at all: which of them helps nobody.
    throw damaged(`${JSON.stringify(name)} cannot be unpacked`);
  }
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
