import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningSandbox, startSandbox } from '../support/start-sandbox.ts';

const run = promisify(execFile);
const command = 'node_modules/.bin/youtrack-app';

let sandbox: RunningSandbox | undefined;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'downloaded-'));
  sandbox = await startSandbox('--world', 'demo/world.json');
});
afterAll(async () => {
  await sandbox?.stop();
  rmSync(folder, { recursive: true });
});

describe("JetBrains' youtrack-app, with this app", () => {
  test('finds the manifest valid by the official schema', async () => {
    const { stdout } = await run(command, ['validate', 'dist', '--schema', 'test/schemas/youtrack-app.json']);
    expect(stdout).toContain('Manifest is valid!');
  });

  test('uploads dist, which answers from then on', async () => {
    expect((await onServer('upload', 'dist')).stdout).toContain('App "tracker-links" uploaded');
    const path = '/api/issues/DEMO-3/extensionEndpoints/tracker-links/issue/info';
    const answer = await fetch(`${sandbox?.youtrack}${path}`, {
      headers: { authorization: 'Bearer perm:jane' },
    });
    expect(await answer.json()).toMatchObject({
      key: 'DEMO-3',
      summary: 'Поиск не находит товары с буквой «ё»',
    });
  });

  test('lists it and downloads it again, file by file', async () => {
    expect((await onServer('list')).stdout).toBe('tracker-links\n');
    await onServer('download', 'tracker-links', '--output', folder);
    expect(filesOf(join(folder, 'tracker-links'))).toEqual(filesOf('dist'));
  });
});

function onServer(...words: readonly string[]): Promise<{ stdout: string }> {
  return run(command, [...words, '--host', sandbox?.youtrack ?? '', '--token', 'perm:admin']);
}

function filesOf(root: string): Readonly<Record<string, string>> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(root, path)).isFile())
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path)).toString('base64')]));
}
