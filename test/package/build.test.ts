import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { assets, hasZip, makeSources, type Sources } from './support/make-sources.ts';

const maxScriptBytes = 60_000;
const maxTotalBytes = 310_000;
const maxZipBytes = 260_000;

describe('the package', () => {
  const zip = readFileSync('tracker-links.zip');
  const files = unzipSync(zip);
  const scripts = Object.keys(files).filter((name) => /^[^/]+\.js$/.test(name));
  const handlers = scripts.filter((name) => !name.startsWith('lib-'));
  const textOf = (name: string) => Buffer.from(files[name] ?? []).toString();
  const requiredBy = (name: string) =>
    [...textOf(name).matchAll(/\brequire\(["']([^"']*)["']\)/g)].map(([, module = '']) => module);

  test('has its manifest, settings, properties and icons at its root', () => {
    expect(Object.keys(files)).toEqual(expect.arrayContaining([...assets]));
  });

  test('has a script for every scope', () => {
    expect(handlers).toEqual(
      expect.arrayContaining(['admin.js', 'article.js', 'global.js', 'issue.js', 'project.js', 'user.js']),
    );
  });

  test('is what lies in dist', () => {
    for (const [name, bytes] of Object.entries(files)) {
      if (name.endsWith('/')) continue;
      expect(Buffer.compare(readFileSync(join('dist', name)), bytes)).toBe(0);
    }
  });

  test.each(scripts)('%s is small enough, readable, and requires what is there', (name) => {
    const text = textOf(name);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxScriptBytes);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(1_000);
    for (const module of requiredBy(name)) {
      if (!module.startsWith('@jetbrains/youtrack-scripting-api/'))
        expect(scripts).toContain(`${module.replace('./', '')}.js`);
    }
  });

  test.each(handlers)('%s exports what YouTrack looks for, as one would by hand', (name) => {
    expect(textOf(name)).toMatch(/^exports\.(httpHandler|rule|aiTool) = \1;$/m);
  });

  test('stays below the limits that its documentation names', () => {
    const limits = /const max\w+Bytes = ([\d_]+);/g;
    const checks = readFileSync('packaging/check-scripts.mjs', 'utf8');
    const named = [...checks.matchAll(limits)].map(([, bytes = '']) => bytes.replace('_', ','));
    const text = readFileSync('docs/package.md', 'utf8');
    expect(named).toHaveLength(3);
    expect(named.filter((bytes) => !text.includes(bytes))).toEqual([]);
  });

  test('stays light as a whole', () => {
    const total = scripts.reduce((sum, name) => sum + (files[name]?.length ?? 0), 0);
    expect(total).toBeLessThanOrEqual(maxTotalBytes);
    expect(zip.length).toBeLessThanOrEqual(maxZipBytes);
  });

  test('has every function of more than two lines once', () => {
    const functions = scripts.flatMap((name) =>
      [...textOf(name).matchAll(/^function [\s\S]*?^}/gm)].map(([text]) => text.replace(/\$\d+/g, '')),
    );
    const long = functions.filter((text) => text.split('\n').length > 4);
    expect(long.length).toBeGreaterThan(50);
    expect(long.filter((text, index) => long.indexOf(text) !== index)).toEqual([]);
  });

  test('looks through Unicode for a pattern when it is used, and not while a library is being loaded', () => {
    const literal = /\/[^\n/]*\\p\{[LMN]\}[^\n/]*\/[a-z]*u/;
    const libraries = scripts.filter((name) => name.startsWith('lib-'));
    expect(libraries.filter((name) => literal.test(textOf(name)))).toEqual([]);
  });

  test('has no library that nothing loads', () => {
    const required = new Set(scripts.flatMap(requiredBy));
    const idle = scripts.filter((name) => name.startsWith('lib-') && !required.has(`./${name.slice(0, -3)}`));
    expect(idle).toEqual([]);
  });
});

describe('building', () => {
  let sources: Sources;
  beforeAll(() => {
    sources = makeSources('handlers', 'src', 'tsconfig.json', 'tsconfig.base.json');
  });
  afterAll(() => sources.clear());

  test('leaves nothing but dist and the zip behind', () => {
    expect(sources.build()).toEqual({ status: 0, stderr: '' });
    expect(existsSync(join(sources.folder, 'dist/issue.js'))).toBe(true);
    expect(readdirSync(join(sources.folder, 'build'))).toEqual([]);
  });

  test('leaves dist alone for whoever reads it while it stays the same, and replaces it as a whole otherwise', () => {
    const dist = join(sources.folder, 'dist');
    sources.build();
    const before = statSync(dist).ino;
    sources.build();
    expect(statSync(dist).ino).toBe(before);
    sources.write('icon.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>');
    expect(sources.build()).toEqual({ status: 0, stderr: '' });
    sources.copy('icon.svg');
    expect(statSync(dist).ino).not.toBe(before);
    expect(readFileSync(join(dist, 'icon.svg'), 'utf8')).toContain('height="40"');
    expect(readdirSync(join(sources.folder, 'build'))).toEqual([]);
  });

  test.each<[string, (manifest: Record<string, unknown>) => void, RegExp]>([
    [
      'a version that is not whole',
      (manifest) => (manifest.version = '1.0'),
      /does not fit YouTrack's schema: .*version/,
    ],
    [
      'another version than the package',
      (manifest) => (manifest.version = '9.9.9'),
      /version 9\.9\.9, but package\.json/,
    ],
    [
      'a name in capitals',
      (manifest) => (manifest.name = 'Tracker Links'),
      /does not fit YouTrack's schema: .*name/,
    ],
    ['an icon that is not there', (manifest) => (manifest.icon = 'nowhere.svg'), /nowhere\.svg is missing/],
    [
      'an empty list of widgets',
      (manifest) => (manifest.widgets = []),
      /does not fit YouTrack's schema: .*widgets/,
    ],
  ])('fails, in one line and without a zip, for %s', (_, change, message) => {
    sources.writeManifest(change);
    const { status, stderr } = sources.build();
    sources.writeManifest(() => {});
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(hasZip(sources)).toBe(false);
  });

  test('fails for settings that are not JSON', () => {
    sources.write('settings.json', '{');
    const { stderr } = sources.build();
    sources.copy('settings.json');
    expect(stderr).toMatch(/^build: settings\.json is not JSON: /);
  });
});
