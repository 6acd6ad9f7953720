import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoint, handler, packApp } from '../support/pack-app.ts';
import { installPackedSandbox, packageFolder } from './pack-sandbox.ts';

const repository = join(packageFolder, '..');
const run = promisify(execFile);

const askTracker = `new (require('@jetbrains/youtrack-scripting-api/http').Connection)('http://tracker.test').getSync('/none')`;

/** An empty folder outside of the repository, with the package installed from its tarball and nothing else. */
let folder: string;

beforeAll(async () => {
  folder = await installPackedSandbox();
  const say = handler(
    endpoint('GET hi', 'ctx.response.text("Привет, " + ctx.currentUser.login)'),
    endpoint('GET ask', `ctx.response.text(String(${askTracker}.code))`),
    endpoint('GET load', 'import("node:fs").catch(() => ctx.response.text("refused"))'),
  );
  writeFileSync(join(folder, 'app.zip'), packApp('greeter', { 'global.js': say }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the packed package, installed elsewhere without a network', () => {
  test('brings no other packages along and asks for no scripts at installation', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'youtrack-sandbox',
    ]);
    const { dependencies, scripts } = JSON.parse(
      readFileSync(join(folder, 'node_modules', 'youtrack-sandbox', 'package.json'), 'utf8'),
    );
    expect(dependencies).toBeUndefined();
    expect(Object.keys(scripts)).not.toEqual(expect.arrayContaining(['install']));
    expect(Object.keys(scripts)).not.toEqual(expect.arrayContaining(['postinstall']));
  });

  test('contains the licenses of everything inside, and neither sources nor tests', () => {
    const root = join(folder, 'node_modules', 'youtrack-sandbox');
    expect(readdirSync(root).sort()).toEqual([
      'LICENSE',
      'README.md',
      'bin.mjs',
      'dist',
      'docs',
      'package.json',
    ]);
    const licenses = readFileSync(join(root, 'dist', 'licenses.txt'), 'utf8');
    for (const name of ['hono', 'zod', '@jetbrains/youtrack-scripting-api']) {
      expect(licenses).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });

  test('npx youtrack-sandbox --app ZIP runs the app: pages, endpoints, requests of scripts, the Tracker stand-in, tools', async () => {
    const { child, youtrack } = await start('--app', 'app.zip', '--map', 'tracker.test=tracker');
    const headers = { authorization: 'Bearer perm:admin', accept: 'application/json, text/event-stream' };
    const ask = async (path: string) => (await fetch(youtrack + path, { headers })).text();
    const endpoints = '/api/extensionEndpoints/greeter/global';
    expect(await ask(`${endpoints}/hi`)).toBe('Привет, admin');
    expect(await ask(`${endpoints}/ask`)).toBe('404');
    expect(await ask(`${endpoints}/load`)).toBe('refused');
    expect(await ask('/')).toContain('<!doctype html>');
    const tools = await fetch(`${youtrack}/mcp`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
    expect(await tools.text()).toContain('get_issue_fields_schema');
    await stop(child);
  });
});

describe('the packed package against a server', () => {
  test('conform brings its probe, and says in its exit code whether something differs', async () => {
    const { child, youtrack } = await start('--delete', 'writable');
    const command = join(folder, 'node_modules', '.bin', 'youtrack-sandbox');
    const flags = ['conform', '--against', youtrack, '--yes', '--only', 'delete-may-write,text-content-type'];
    const env = { ...process.env, YOUTRACK_TOKEN: 'perm:admin' };
    const { code, stdout } = await run(command, flags, { cwd: folder, env }).catch((error) => error);
    expect(code).toBe(2);
    expect(stdout).toMatch(/1 answer differs:\n\n {2}delete-may-write: /);
    await stop(child);
  });

  test('record writes a world that it then starts with', async () => {
    const { child, youtrack } = await start();
    const command = join(folder, 'node_modules', '.bin', 'youtrack-sandbox');
    const flags = ['record', '--from', youtrack, '--token', 'perm:admin', 'recorded.json'];
    const { stdout } = await run(command, flags, { cwd: folder });
    expect(stdout).toMatch(/^recorded\.json is written: 5 users, 2 projects, 6 issues, 3 articles\./);
    await stop(child);
    await stop((await start('--world', 'recorded.json')).child);
  });
});

/** What a test of one's own looks like, but for the words that name the module. */
const use = `
createSandbox({ apps: ['app.zip'] }).then(async (sandbox) => {
  const answer = await sandbox.as('admin').fetch('/api/extensionEndpoints/greeter/global/hi');
  console.log(await answer.text());
  await sandbox.close();
});`;

describe('the packed package as a library', () => {
  test.each([
    ['import', 'use.mjs', "import { createSandbox } from 'youtrack-sandbox';"],
    ['require', 'use.cjs', "const { createSandbox } = require('youtrack-sandbox');"],
  ])('%s gives createSandbox', async (_, file, line) => {
    writeFileSync(join(folder, file), line + use);
    const { stdout } = await run(process.execPath, [file], { cwd: folder });
    expect(stdout).toBe('Привет, admin\n');
  });

  test.each([['use.mts'], ['use.cts']])('TypeScript knows its types in %s', async (file) => {
    const typed = `import { createSandbox, type SentMail } from 'youtrack-sandbox';
export async function mails(): Promise<readonly SentMail[]> {
  const sandbox = await createSandbox({ now: '2026-01-05T12:00:00Z', writes: 'overlapping' });
  const status: number = (await sandbox.as('jane').fetch('/api/users/me')).status;
  await sandbox.advance(status);
  // @ts-expect-error there is no such switch
  await createSandbox({ writes: 'sometimes' });
  return sandbox.outbox();
}`;
    writeFileSync(join(folder, file), typed);
    const bin = join(repository, 'node_modules', '.bin', 'tsc');
    const types = ['--types', 'node', '--typeRoots', join(repository, 'node_modules', '@types')];
    const flags = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      'false',
      '--module',
      'nodenext',
      '--target',
      'es2022',
    ];
    const { stdout } = await run(bin, [...flags, ...types, file], { cwd: folder }).catch((error) => error);
    expect(stdout).toBe('');
  });
});

/** What `npx` runs, by the link in `node_modules/.bin`. */
async function start(...flags: string[]): Promise<{ child: ChildProcess; youtrack: string }> {
  const command = join(folder, 'node_modules', '.bin', 'youtrack-sandbox');
  const child = spawn(command, ['--quiet', '--port', '0', '--tracker-port', '0', ...flags], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(60_000) });
  const { youtrack } = JSON.parse(String(line).replace(/^ready /, '')) as { readonly youtrack: string };
  return { child, youtrack };
}

async function stop(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGINT');
  expect(await exit).toEqual([0, null]);
}
