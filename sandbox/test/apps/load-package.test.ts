import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadPackage, unpackPackage } from '../../src/apps/load-package.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'load-package-'));
  for (const path of ['widgets/panel', 'node_modules/x', '.git'])
    mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), '{"name":"sample","title":"Пример"}');
  writeFileSync(join(folder, 'issue.js'), 'exports.a = 1;');
  writeFileSync(join(folder, 'widgets/panel/index.html'), 'ü');
  writeFileSync(join(folder, 'node_modules/x/index.js'), '');
  writeFileSync(join(folder, '.git/config'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('loadPackage', () => {
  test('a folder is read with its folders, without what lies beside the app', () => {
    expect([...loadPackage(folder).files.keys()]).toEqual([
      'issue.js',
      'manifest.json',
      'widgets/panel/index.html',
    ]);
  });

  test('a folder becomes a zip with the same contents, always the same bytes', () => {
    const { archive, files } = loadPackage(folder);
    expect(loadPackage(folder).archive).toEqual(archive);
    const again = unpackPackage(archive);
    expect(again.title).toBe('Пример');
    for (const [path, bytes] of files) expect(again.files.get(path)).toEqual(bytes);
  });

  test('a zip keeps the very bytes it came with', () => {
    const { archive } = loadPackage(folder);
    writeFileSync(join(folder, '..', 'sample.zip'), archive);
    expect(loadPackage(join(folder, '..', 'sample.zip')).archive).toEqual(archive);
    rmSync(join(folder, '..', 'sample.zip'));
  });

  test('a path that leads nowhere is refused', () => {
    expect(() => loadPackage(join(folder, 'nowhere'))).toThrow(/There is no file or folder/);
  });
});
