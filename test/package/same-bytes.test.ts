import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { assets } from './support/make-sources.ts';

const parts = [
  'handlers',
  'src',
  'widgets',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  ...assets,
];

/** Copies file by file in the order of names or against it: a folder may list its files in the order they came. */
function copyInOrder(from: string, to: string, direction: 1 | -1): void {
  if (!statSync(from).isDirectory()) {
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
    return;
  }
  const names = readdirSync(from).sort((one, other) => (one < other ? -direction : direction));
  for (const name of names) copyInOrder(join(from, name), join(to, name), direction);
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'same-bytes-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function buildIn(name: string, direction: 1 | -1, timeZone: string): Buffer {
  const root = join(folder, name);
  for (const part of parts) copyInOrder(part, join(root, part), direction);
  copyInOrder('test/schemas', join(root, 'test/schemas'), direction);
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const env = { ...process.env, TZ: timeZone, LC_ALL: 'C' };
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs', root], { encoding: 'utf8', env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return readFileSync(join(root, 'tracker-links.zip'));
}

describe('the same sources', () => {
  test('give the same bytes in any folder, time zone and order of files', () => {
    const own = readFileSync('tracker-links.zip');
    expect(buildIn('first', 1, 'Pacific/Apia').equals(own)).toBe(true);
    expect(buildIn('вторая папка/deeper', -1, 'America/St_Johns').equals(own)).toBe(true);
  });
});

describe('the package', () => {
  const files = Object.entries(unzipSync(readFileSync('tracker-links.zip')));

  test('says nothing of the machine it was made on', () => {
    const telling = files.filter(([, bytes]) => {
      const text = Buffer.from(bytes).toString();
      return text.includes(resolve('.')) || text.includes('node_modules') || text.includes('file:///');
    });
    expect(telling.map(([name]) => name)).toEqual([]);
  });

  test('has no sources and no source maps in it', () => {
    expect(files.map(([name]) => name).filter((name) => /\.(ts|tsx|map|mjs)$/.test(name))).toEqual([]);
    const mapped = files.filter(([, bytes]) => Buffer.from(bytes).includes('sourceMappingURL='));
    expect(mapped.map(([name]) => name)).toEqual([]);
  });
});
