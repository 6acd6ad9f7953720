import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';

const maxScriptBytes = 60_000;
const assets = ['manifest.json', 'settings.json', 'entity-extensions.json', 'icon.svg', 'icon-dark.svg'];

describe('the package', () => {
  const files = unzipSync(readFileSync('tracker-links.zip'));
  const scripts = Object.keys(files).filter((name) => /^[^/]+\.js$/.test(name));

  test('has its manifest, settings, properties and icons at its root', () => {
    expect(Object.keys(files)).toEqual(expect.arrayContaining(assets));
  });

  test('has a script for every handler, and no other script at its root', () => {
    expect(scripts).toEqual(
      expect.arrayContaining(['article.js', 'global.js', 'issue.js', 'project.js', 'user.js']),
    );
  });

  test('is what lies in dist', () => {
    for (const [name, bytes] of Object.entries(files)) {
      if (name.endsWith('/')) continue;
      expect(Buffer.compare(readFileSync(join('dist', name)), bytes)).toBe(0);
    }
  });

  test.each(scripts)('%s is small enough, readable, and requires nothing but the scripting API', (name) => {
    const text = Buffer.from(files[name] ?? []).toString();
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxScriptBytes);
    expect(text).toMatch(/^function \w+\(/m);
    expect(text).toMatch(/^exports\.(httpHandler|rule|aiTool) = \1;$/m);
    const required = [...text.matchAll(/\brequire\(([^)]*)\)/g)].map(([, module]) => module);
    for (const module of required) expect(module).toMatch(/^"@jetbrains\/youtrack-scripting-api\/[a-z-]+"$/);
  });
});

describe('building', () => {
  let folder = '';

  // A copy of the sources without widgets, which take long to build and are not what is tested here.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tracker-links-build-'));
    for (const name of [
      'handlers',
      'src',
      'package.json',
      'tsconfig.json',
      'tsconfig.base.json',
      ...assets,
    ]) {
      cpSync(name, join(folder, name), { recursive: true });
    }
    mkdirSync(join(folder, 'test/schemas'), { recursive: true });
    cpSync('test/schemas/youtrack-app.json', join(folder, 'test/schemas/youtrack-app.json'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function build(change: (manifest: Record<string, unknown>) => void = () => {}) {
    const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));
    delete manifest.widgets;
    change(manifest);
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    rmSync(join(folder, 'tracker-links.zip'), { force: true });
    const { status, stderr } = spawnSync(process.execPath, ['build.mjs', folder], { encoding: 'utf8' });
    return { status, stderr, zip: join(folder, 'tracker-links.zip') };
  }

  test('twice gives the same bytes', () => {
    const first = readFileSync(build().zip);
    const second = readFileSync(build().zip);
    expect(second.equals(first)).toBe(true);
  });

  test('leaves nothing but dist and the zip behind', () => {
    build();
    expect(existsSync(join(folder, 'dist/issue.js'))).toBe(true);
    expect(readdirSync(join(folder, 'build'))).toEqual([]);
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
    const { status, stderr, zip } = build(change);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(zip)).toBe(false);
  });

  test('fails for settings that are not JSON', () => {
    writeFileSync(join(folder, 'settings.json'), '{');
    expect(build().stderr).toMatch(/^build: settings\.json is not JSON: /);
    cpSync('settings.json', join(folder, 'settings.json'));
  });

  test('fails for a handler that YouTrack would find nothing in', () => {
    const handler = join(folder, 'handlers/odd.ts');
    writeFileSync(handler, 'export const handler = {};\n');
    expect(build().stderr).toMatch(/^build: handlers\/odd\.ts exports no httpHandler, rule or aiTool\n$/);
    rmSync(handler);
  });

  test('fails for a handler that requires what YouTrack does not have', () => {
    const handler = join(folder, 'handlers/odd.ts');
    writeFileSync(
      handler,
      "import { readFileSync } from 'node:fs';\nexport const httpHandler = { endpoints: [readFileSync] };\n",
    );
    expect(build().status).toBe(1);
    rmSync(handler);
  });
});
