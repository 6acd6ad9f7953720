import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AppPackage } from '../../src/apps/app-package.ts';
import { emptiedMs, quietMs, refusedMs, WatchedApp } from '../../src/watch/watched-app.ts';
import { packApp } from '../support/pack-app.ts';

const manifest = (more: object = {}) =>
  JSON.stringify({
    name: 'small',
    title: 'Малое приложение',
    version: '1.0.0',
    widgets: [
      { key: 'panel', name: 'Панель', extensionPoint: 'ISSUE_BELOW_SUMMARY', indexPath: 'panel/index.html' },
    ],
    ...more,
  });

let parent: string;
let folder: string;
let installed: AppPackage[];
let removed: string[];
let lines: string[];
let refusal: string | undefined;
let duringInstall: () => void;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'watched-'));
  folder = join(parent, 'dist');
  installed = [];
  removed = [];
  lines = [];
  refusal = undefined;
  duringInstall = () => {};
  write('manifest.json', manifest());
  write('widgets/panel/index.html', '<!doctype html>один');
  write('backend.js', '// один');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function watchPath(path = folder): WatchedApp {
  return new WatchedApp({
    path,
    async install(appPackage) {
      duringInstall();
      if (refusal !== undefined) throw new Error(refusal);
      installed.push(appPackage);
    },
    async remove(app) {
      removed.push(app);
    },
    onLine: (line) => lines.push(line),
  });
}

const textOf = (file: string) => new TextDecoder().decode(installed.at(-1)?.files.get(file));

describe('a watched app', () => {
  test('is imported at once at first, and not again while nothing changes', async () => {
    const app = watchPath();
    await app.look(0);
    await app.look(1_000);
    expect(installed.map(({ title }) => title)).toEqual(['Малое приложение']);
  });

  test('is imported again once a changed file has come to rest', async () => {
    const app = watchPath();
    await app.look(0);
    write('widgets/panel/index.html', '<!doctype html>два');
    await app.look(1_000);
    await app.look(1_000 + quietMs - 1);
    expect(installed).toHaveLength(1);
    await app.look(1_000 + quietMs);
    expect(textOf('widgets/panel/index.html')).toBe('<!doctype html>два');
    expect(app.imports).toBe(2);
  });

  test.each([
    ['a new file', () => write('extra.js', '// новый')],
    ['a file that is gone', () => rmSync(join(folder, 'widgets', 'panel', 'readme.txt'))],
    ['a file of the same size', () => write('backend.js', '// дваа')],
  ])('notices %s', async (_, change) => {
    write('widgets/panel/readme.txt', 'прочти');
    const app = watchPath();
    await app.look(0);
    change();
    await app.look(1_000);
    await app.look(1_000 + quietMs);
    expect(app.imports).toBe(2);
  });

  test('is read again when something is written while it is imported', async () => {
    const app = watchPath();
    await app.look(0);
    duringInstall = () => write('backend.js', '// три, написано во время импорта');
    write('backend.js', '// два');
    await app.look(1_000);
    await app.look(1_000 + quietMs);
    expect(textOf('backend.js')).toBe('// два');
    duringInstall = () => {};
    await app.look(2_000);
    await app.look(2_000 + quietMs);
    expect(textOf('backend.js')).toBe('// три, написано во время импорта');
  });

  test('is waited for while a build has emptied its folder', async () => {
    const app = watchPath();
    await app.look(0);
    rmSync(folder, { recursive: true });
    for (let ms = 1_000; ms < 1_000 + emptiedMs; ms += 100) await app.look(ms);
    mkdirSync(folder);
    write('manifest.json', manifest());
    for (let ms = 5_000; ms < 5_000 + emptiedMs; ms += 100) await app.look(ms);
    expect([installed.length, app.problem]).toEqual([1, undefined]);
    write('widgets/panel/index.html', '<!doctype html>два');
    write('backend.js', '// два');
    await app.look(9_000);
    await app.look(9_000 + quietMs);
    expect(installed).toHaveLength(2);
  });

  test('that stays without files is called wrong, and comes back with them', async () => {
    const app = watchPath();
    await app.look(0);
    renameSync(folder, `${folder}-away`);
    await app.look(1_000);
    await app.look(1_000 + emptiedMs);
    expect(app.problem).toEqual({
      app: 'small',
      path: folder,
      message: `There is no file or folder ${folder}.`,
    });
    renameSync(`${folder}-away`, folder);
    await app.look(9_000);
    await app.look(9_000 + quietMs);
    expect(app.problem).toBeUndefined();
  });

  test('that has lost a script for good is imported without it', async () => {
    const app = watchPath();
    await app.look(0);
    rmSync(join(folder, 'backend.js'));
    await app.look(1_000);
    await app.look(1_000 + quietMs);
    expect(app.imports).toBe(1);
    await app.look(1_000 + emptiedMs);
    expect(app.imports).toBe(2);
  });

  test('with a file that a bundler names by its hash is not waited for when that name changes', async () => {
    write('widgets/panel/index-a1.js', '1');
    const app = watchPath();
    await app.look(0);
    rmSync(join(folder, 'widgets', 'panel', 'index-a1.js'));
    write('widgets/panel/index-b2.js', '2');
    await app.look(1_000);
    await app.look(1_000 + quietMs);
    expect(app.imports).toBe(2);
  });

  test.each([
    ['half a manifest', () => write('manifest.json', manifest().slice(0, 40)), /manifest\.json/],
    [
      'scripts that cannot be loaded',
      () => {
        write('backend.js', 'function (');
        refusal = 'backend.js: Unexpected token';
      },
      /Unexpected token/,
    ],
  ])('with %s is called wrong only when it stays so', async (_, spoil, message) => {
    const app = watchPath();
    await app.look(0);
    spoil();
    await app.look(1_000);
    await app.look(1_000 + quietMs);
    expect(app.problem).toBeUndefined();
    await app.look(1_000 + refusedMs);
    expect(app.problem).toMatchObject({ app: 'small', message: expect.stringMatching(message) });
    await app.look(2_000);
    expect(lines.filter((line) => line.includes('cannot be imported'))).toHaveLength(1);
  });

  test('that is mended to what it was is imported again, so that pages come back', async () => {
    const app = watchPath();
    await app.look(0);
    write('manifest.json', '{');
    await app.look(1_000);
    await app.look(1_000 + refusedMs);
    write('manifest.json', manifest());
    await app.look(3_000);
    await app.look(3_000 + quietMs);
    expect([app.problem, app.imports]).toEqual([undefined, 2]);
  });

  test('that was written again without a change is not imported again', async () => {
    const app = watchPath();
    await app.look(0);
    write('backend.js', '// один');
    await app.look(1_000);
    await app.look(1_000 + quietMs);
    expect(app.imports).toBe(1);
  });

  test('may be a zip that is replaced', async () => {
    const zip = join(parent, 'app.zip');
    writeFileSync(zip, packApp('zipped', { 'a.js': '// один' }));
    const app = watchPath(zip);
    await app.look(0);
    writeFileSync(zip, packApp('zipped', { 'a.js': '// два' }));
    await app.look(1_000);
    await app.look(1_000 + quietMs);
    expect(textOf('a.js')).toBe('// два');
  });

  test('that is not there yet is imported when it comes', async () => {
    renameSync(folder, `${folder}-later`);
    const app = watchPath();
    await app.look(0);
    expect(installed).toEqual([]);
    renameSync(`${folder}-later`, folder);
    await app.look(100);
    await app.look(100 + quietMs);
    expect(app.imports).toBe(1);
  });

  test('that has taken another name is there under that name alone', async () => {
    const app = watchPath();
    await app.look(0);
    write('manifest.json', manifest({ name: 'other' }));
    await app.look(1_000);
    await app.look(1_000 + quietMs);
    expect([installed.at(-1)?.name, removed]).toEqual(['other', ['small']]);
  });
});
