import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSandbox, type Sandbox } from 'youtrack-sandbox';

const command = join(process.cwd(), 'node_modules', '.bin', 'youtrack-app');
const script =
  'exports.httpHandler = { endpoints: [{ method: "GET", path: "hello", handle: (ctx) => ctx.response.text("Привет") }] };';

let running: Sandbox;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'youtrack-app-'));
  const app = join(folder, 'sample');
  mkdirSync(join(app, 'widgets', 'panel'), { recursive: true });
  writeFileSync(join(app, 'backend.js'), script);
  writeFileSync(join(app, 'widgets', 'panel', 'index.html'), '<!doctype html><title>Panel</title>');
  writeFileSync(join(app, 'manifest.json'), JSON.stringify(manifest()));
  running = await createSandbox({ port: 0 });
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

describe("JetBrains' youtrack-app", () => {
  test('list names no app on a fresh server', async () => {
    expect(await run('list')).toEqual({ code: 0, output: '', errors: '' });
  });

  test('upload installs an app and says where it is configured', async () => {
    const { code, output } = await run('upload', join(folder, 'sample'));
    expect(code).toBe(0);
    expect(output).toMatch(
      /App "sample-app" uploaded\nTo configure the app please proceed to: http:\/\/127\.0\.0\.1:\d+\/admin\/apps\?selected=\d+-\d+&tab=settings/,
    );
  });

  test('an uploaded app answers', async () => {
    const response = await fetch(`${running.url}/api/extensionEndpoints/sample-app/backend/hello`, {
      headers: { authorization: 'Bearer perm:admin' },
    });
    expect(await response.text()).toBe('Привет');
  });

  test('list names the uploaded app', async () => {
    expect((await run('list')).output).toBe('sample-app\n');
  });

  test('download brings back what was uploaded', async () => {
    const { code } = await run('download', 'sample-app', '--output', join(folder, 'out'));
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'out', 'sample-app', 'backend.js'), 'utf8')).toBe(script);
    expect(JSON.parse(readFileSync(join(folder, 'out', 'sample-app', 'manifest.json'), 'utf8'))).toEqual(
      manifest(),
    );
  });

  test('download --overwrite replaces what lies there', async () => {
    const stray = join(folder, 'out', 'sample-app', 'stray.txt');
    writeFileSync(stray, 'x');
    expect((await run('download', 'sample-app', '--output', join(folder, 'out'), '--overwrite')).code).toBe(
      0,
    );
    expect(() => readFileSync(stray)).toThrow();
  });

  test('download of an app that is not there says why', async () => {
    expect(await run('download', 'nowhere')).toMatchObject({
      code: 1,
      errors: 'Error: [404] App with id nowhere not found\n',
    });
  });

  test('validate passes with the official schema', async () => {
    const schema = join(process.cwd(), 'test', 'schemas', 'youtrack-app.json');
    expect((await run('validate', join(folder, 'sample'), '--schema', schema)).output).toBe(
      'Manifest is valid!\n',
    );
  });

  test('a package the server refuses is refused with its one sentence', async () => {
    const bad = join(folder, 'bad');
    mkdirSync(bad);
    writeFileSync(join(bad, 'manifest.json'), JSON.stringify({ name: 'bad-app', widgets: [] }));
    const { code, errors } = await run('upload', bad);
    expect(code).toBe(1);
    expect(errors).toBe(
      'Error: [400] manifest.json: widgets: expected at least one widget, or no list at all, found [].\n',
    );
  });

  test('a token nobody has is refused', async () => {
    const { code, errors } = await run('list', '--token', 'perm:nobody');
    expect(code).toBe(1);
    expect(errors).toBe('Error: [401] You are not logged in.\n');
  });
});

function manifest() {
  return {
    name: 'sample-app',
    title: 'Пример',
    version: '1.0.0',
    widgets: [
      { key: 'panel', name: 'Panel', extensionPoint: 'ISSUE_BELOW_SUMMARY', indexPath: 'panel/index.html' },
    ],
  };
}

/** Runs the command against the sandbox as its administrator; later flags win. */
function run(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  const token = args.includes('--token') ? [] : ['--token', 'perm:admin'];
  const all = [command, ...args, '--host', running.url, ...token];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      all,
      { cwd: folder, env: { ...process.env, TMPDIR: folder } },
      (error, output, errors) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors }),
    );
  });
}
