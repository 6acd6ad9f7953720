import { describe, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { BadPackageError } from '../../src/apps/bad-package-error.ts';
import { readZip } from '../../src/apps/read-zip.ts';

const text = (value: string) => new TextEncoder().encode(value);

describe('readZip', () => {
  test('a zip becomes its files by path, folders left out', () => {
    const files = readZip(
      zipSync({ 'manifest.json': text('{}'), 'widgets/a/index.html': text('ü'), 'empty/': text('') }),
    );
    expect([...files.keys()].sort()).toEqual(['manifest.json', 'widgets/a/index.html']);
    expect(new TextDecoder().decode(files.get('widgets/a/index.html'))).toBe('ü');
  });

  test.each(['../evil.js', 'a/../../evil.js', '/etc/passwd', 'C:/evil.js', 'a\\..\\evil.js'])(
    'the path %s is refused',
    (path) => {
      expect(() => readZip(zipSync({ [path]: text('x') }))).toThrow(/forbidden path/);
    },
  );

  test('what is no zip is refused in one sentence', () => {
    expect(() => readZip(text('not a zip'))).toThrow(
      new BadPackageError('The package is not a zip file, or it is damaged.'),
    );
  });

  test('a truncated zip is refused', () => {
    const archive = zipSync({ 'manifest.json': text('{"name":"a"}') });
    expect(() => readZip(archive.slice(0, archive.length - 10))).toThrow(BadPackageError);
  });

  test('a zip that is small packed and huge unpacked is refused', () => {
    const bomb = zipSync({ 'manifest.json': new Uint8Array(129 * 1024 * 1024) });
    expect(() => readZip(bomb)).toThrow(/larger than/);
  });

  test('a zip with more than ten thousand files is refused', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}`, text('')]));
    expect(() => readZip(zipSync(many, { level: 0 }))).toThrow(/more than 10000 files/);
  });
});
