import { describe, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { BadPackageError } from '../../src/apps/bad-package-error.ts';
import { readZip } from '../../src/apps/read-zip.ts';

const text = (value: string) => new TextEncoder().encode(value);

/** The places of an archive of two files, `a.js` and `ё.js`, that a test may falsify. */
interface Parts {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  /** The header before the data of the first and second file. */
  readonly local: readonly [number, number];
  /** The entry of each in the directory. */
  readonly central: readonly [number, number];
  /** The record at the end. */
  readonly end: number;
}

const nameLength = { first: 4, second: 5 };

function archive(level: 0 | 9, falsify: (parts: Parts) => void): Uint8Array {
  const content = { 'a.js': text('exports.a = 1;'.repeat(20)), 'ё.js': text('exports.b = 2;'.repeat(20)) };
  const bytes = zipSync(content, { level });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const directory = view.getUint32(end + 16, true);
  const second = directory + 46 + nameLength.first;
  falsify({
    view,
    bytes,
    local: [0, view.getUint32(second + 42, true)],
    central: [directory, second],
    end,
  });
  return bytes;
}

const u16 = ({ view }: Parts, at: number, value: number) => view.setUint16(at, value, true);
const u32 = ({ view }: Parts, at: number, value: number) => view.setUint32(at, value, true);

/** The same value at both places that a zip says it. */
function both(
  parts: Parts,
  { local, central, value }: { local: number; central: number; value: number },
): void {
  u16(parts, parts.local[0] + local, value);
  u16(parts, parts.central[0] + central, value);
}

type EvilZip = readonly [what: string, falsify: (parts: Parts) => void, message: RegExp];

const inBoth: readonly EvilZip[] = [
  ['an encrypted file', (zip) => both(zip, { local: 6, central: 8, value: 1 }), /encrypted/],
  ['a strongly encrypted file', (zip) => both(zip, { local: 6, central: 8, value: 0x41 }), /encrypted/],
  ['a masked directory', (zip) => both(zip, { local: 6, central: 8, value: 0x2000 }), /encrypted/],
  ['a file packed with bzip2', (zip) => both(zip, { local: 8, central: 10, value: 12 }), /not deflate/],
];

const contradictions: readonly EvilZip[] = [
  ['another checksum in the directory', (zip) => u32(zip, zip.central[0] + 16, 1), /two different ways/],
  ['another size before the data', (zip) => u32(zip, zip.local[0] + 22, 1), /two different ways/],
  ['another packed size before the data', (zip) => u32(zip, zip.local[0] + 18, 1), /two different ways/],
  ['another name before the data', (zip) => zip.bytes.set(text('b.js'), zip.local[0] + 30), /two different/],
  ['other flags before the data', (zip) => u16(zip, zip.local[0] + 6, 0x0802), /two different ways/],
  ['another way of packing before the data', (zip) => u16(zip, zip.local[0] + 8, 9), /two different ways/],
  [
    'a wrong checksum said twice',
    (zip) => {
      u32(zip, zip.local[0] + 14, 1);
      u32(zip, zip.central[0] + 16, 1);
    },
    /size and checksum/,
  ],
  [
    'a size that is too small, said twice',
    (zip) => {
      u32(zip, zip.local[0] + 22, 10);
      u32(zip, zip.central[0] + 24, 10);
    },
    /damaged/,
  ],
  [
    'a size that is too large, said twice',
    (zip) => {
      u32(zip, zip.local[0] + 22, 1000);
      u32(zip, zip.central[0] + 24, 1000);
    },
    /size and checksum/,
  ],
  [
    'a broken byte in the data',
    (zip) => zip.bytes.fill(0xff, zip.local[0] + 36, zip.local[0] + 38),
    /damaged/,
  ],
  ['a descriptor announced and not there', (zip) => both(zip, { local: 6, central: 8, value: 8 }), /damaged/],
];

const places: readonly EvilZip[] = [
  ['two files in the same place', (zip) => u32(zip, zip.central[1] + 42, 0), /damaged/],
  ['a file that lies in the directory', (zip) => u32(zip, zip.central[0] + 42, zip.central[0]), /damaged/],
  ['a file that lies outside', (zip) => u32(zip, zip.central[0] + 42, 0x7fffffff), /breaks off/],
  ['a file that goes on outside', (zip) => u32(zip, zip.central[0] + 20, 0x7fffff00), /damaged/],
  ['a directory that is elsewhere', (zip) => u32(zip, zip.end + 16, 4), /not where it says/],
  ['a directory of another length', (zip) => u32(zip, zip.end + 12, 4), /not where it says/],
  ['more entries than it has', (zip) => [8, 10].map((at) => u16(zip, zip.end + at, 3)), /damaged/],
  ['fewer entries than it has', (zip) => [8, 10].map((at) => u16(zip, zip.end + at, 1)), /another length/],
  ['one volume of several', (zip) => u16(zip, zip.end + 4, 1), /several/],
  ['a comment that is not there', (zip) => u16(zip, zip.end + 20, 9), /not a zip file/],
  ['zip64 counts', (zip) => [8, 10].map((at) => u16(zip, zip.end + at, 0xffff)), /zip64/],
  ['zip64 sizes', (zip) => u32(zip, zip.central[0] + 24, 0xffffffff), /zip64/],
  ['a zip64 place', (zip) => u32(zip, zip.central[0] + 42, 0xffffffff), /zip64/],
];

const names: readonly EvilZip[] = [
  ['a symbolic link', (zip) => u32(zip, zip.central[0] + 38, 0o120777 * 0x10000), /link/],
  [
    'a name that is no UTF-8',
    (zip) => {
      zip.bytes[zip.local[0] + 30] = 0xff;
      zip.bytes[zip.central[0] + 46] = 0xff;
    },
    /UTF-8/,
  ],
];

describe.each([
  ['stored', 0],
  ['deflated', 9],
] as const)('a zip of %s files', (_, level) => {
  test('that nobody has touched is read', () => {
    expect([...readZip(archive(level, () => undefined)).keys()]).toEqual(['a.js', 'ё.js']);
  });

  test.each([...inBoth, ...contradictions, ...places, ...names])(
    'with %s is refused',
    (__, falsify, message) => {
      const zip = archive(level, (parts) => void falsify(parts));
      expect(() => readZip(zip)).toThrow(BadPackageError);
      expect(() => readZip(zip)).toThrow(message);
    },
  );
});

describe('names', () => {
  test.each(['__proto__', '__proto__.js', 'a/__proto__/b.js'])('%s is refused', (name) => {
    const other = name.replaceAll('__proto__', '_xproto__');
    const zip = Buffer.from(zipSync({ [other]: text('x') }));
    for (let at = zip.indexOf('_xproto__'); at !== -1; at = zip.indexOf('_xproto__'))
      zip.write('__proto__', at);
    expect(() => readZip(new Uint8Array(zip))).toThrow(/forbidden path/);
  });

  test.each(['constructor.js', 'toString', 'hasOwnProperty.js'])('%s is a file like any other', (name) => {
    expect([...readZip(zipSync({ [name]: text('x') })).keys()]).toEqual([name]);
  });

  test('a name that comes twice is refused', () => {
    const zip = Buffer.from(zipSync({ 'a.js': text('1'), 'b.js': text('2') }));
    for (let at = zip.indexOf('b.js'); at !== -1; at = zip.indexOf('b.js')) zip.write('a.js', at);
    expect(() => readZip(new Uint8Array(zip))).toThrow(/two files "a.js"/);
  });
});

test('a hundred files that share one bomb are refused before anything is unpacked', () => {
  const bomb = zipSync({ '00.js': new Uint8Array(64 * 1024 * 1024) });
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
  const end = bomb.length - 22;
  const start = view.getUint32(end + 16, true);
  const entry = bomb.slice(start, end);
  const copies = Array.from({ length: 100 }, (_, index) => {
    const copy = entry.slice();
    copy.set(text(`${String(index).padStart(2, '0')}.js`), 46);
    return copy;
  });
  const tail = bomb.slice(end);
  const ending = new DataView(tail.buffer);
  for (const at of [8, 10]) ending.setUint16(at, 100, true);
  ending.setUint32(12, 100 * entry.length, true);
  const zip = new Uint8Array(Buffer.concat([bomb.slice(0, start), ...copies, tail]));

  expect(() => readZip(zip)).toThrow(/larger than/);
});

test('a descriptor behind the data is read, with its signature and without', () => {
  for (const signature of [true, false]) expect([...readZip(streamed(signature)).keys()]).toEqual(['a.js']);
});

/** A zip as a writer makes it that does not know a file's size beforehand. */
function streamed(hasSignature: boolean): Uint8Array {
  const plain = zipSync({ 'a.js': text('да') }, { level: 0 });
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const end = plain.length - 22;
  const start = view.getUint32(end + 16, true);
  const sizes = plain.slice(14, 26);
  const signature = hasSignature ? [0x50, 0x4b, 0x07, 0x08] : [];
  const shift = signature.length + sizes.length;
  for (const at of [6, start + 8]) view.setUint16(at, view.getUint16(at, true) | 8, true);
  plain.fill(0, 14, 26);
  view.setUint32(end + 16, start + shift, true);
  return new Uint8Array([...plain.slice(0, start), ...signature, ...sizes, ...plain.slice(start)]);
}
