import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoint, handler, packApp } from '../support/pack-app.ts';

const packageFolder = join(__dirname, '..', '..');
const run = promisify(execFile);

const askTracker = `new (require('@jetbrains/youtrack-scripting-api/http').Connection)('http://tracker.test').getSync('/none')`;

/** An empty folder outside of the repository, with the package installed from its tarball and nothing else. */
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'packed-sandbox-'));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: packageFolder });
  const [tarball = ''] = readdirSync(folder);
  await run('npm', ['install', '--offline', '--ignore-scripts', `./${tarball}`], { cwd: folder });
  const say = handler(
    endpoint('GET hi', 'ctx.response.text("Привет, " + ctx.currentUser.login)'),
    endpoint('GET ask', `ctx.response.text(String(${askTracker}.code))`),
    endpoint('GET load', 'import("node:fs").catch(() => ctx.response.text("refused"))'),
  );
  writeFileSync(join(folder, 'app.zip'), packApp('greeter', { 'global.js': say }));
}, 120_000);
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
    expect(readdirSync(root).sort()).toEqual(['LICENSE', 'README.md', 'bin.mjs', 'dist', 'package.json']);
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
    const exit = once(child, 'exit');
    child.kill('SIGINT');
    expect(await exit).toEqual([0, null]);
  });
});

/** What `npx` runs, by the link in `node_modules/.bin`. */
async function start(...flags: string[]): Promise<{ child: ChildProcess; youtrack: string }> {
  const command = join(folder, 'node_modules', '.bin', 'youtrack-sandbox');
  const child = spawn(command, ['--port', '0', '--tracker-port', '0', ...flags], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(30_000) });
  const { youtrack } = JSON.parse(String(line).replace(/^ready /, '')) as { readonly youtrack: string };
  return { child, youtrack };
}
