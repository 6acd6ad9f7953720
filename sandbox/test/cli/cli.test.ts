import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoint, handler, packApp } from '../support/pack-app.ts';

const entities = `const entities = require('@jetbrains/youtrack-scripting-api/entities');`;

/** One of each kind of thing an app can bring. */
const everything = {
  'manifest.json': {
    name: 'everything',
    title: 'Everything',
    version: '1.0.0',
    widgets: [
      { key: 'panel', name: 'Панель', extensionPoint: 'ISSUE_BELOW_SUMMARY', indexPath: 'panel/index.html' },
    ],
  },
  'widgets/panel/index.html': '<!doctype html>',
  'project.js': handler(endpoint('POST go', '', "scope: 'project'")),
  'command.js': `${entities} exports.rule = entities.Issue.action({ title: 'Do well', command: 'сделать хорошо', action: () => {} });`,
  'look.js': `exports.aiTool = { name: 'look', description: 'Looks', inputSchema: { type: 'object', properties: {} }, execute: () => 'seen' };`,
  'nightly.js': `${entities} exports.rule = entities.Issue.onSchedule({ title: 'Nightly', search: '#DEMO-1', cron: '0 0 3 * * ?', action: () => {} });`,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-cli-'));
  writeFileSync(
    join(folder, 'app.zip'),
    packApp('sample', {
      'global.js': handler(endpoint('GET hi', 'console.log("Привет"); ctx.response.text("hi")')),
    }),
  );
  writeFileSync(
    join(folder, 'debugging.zip'),
    packApp('debugging', {
      'global.js': handler(endpoint('GET hi', 'console.debug("Подробности"); ctx.response.text("hi")')),
    }),
  );
  writeFileSync(join(folder, 'everything.zip'), packApp('everything', everything));
  writeFileSync(join(folder, 'bad.zip'), 'no zip');
  writeFileSync(
    join(folder, 'bad-script.zip'),
    packApp('broken', { 'global.js': 'exports.httpHandler = {' }),
  );
  writeFileSync(join(folder, 'not-json.json'), '{');
  writeFileSync(join(folder, 'bad-world.json'), '{"users":[{"name":"x"}]}');
  writeFileSync(join(folder, 'bad-tracker.json'), '{"tracker":{"queues":5}}');
  mkdirSync(join(folder, 'empty'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the command line', () => {
  test('says ready in one line once both servers answer, and ends cleanly on Ctrl-C', async () => {
    const { ready, process, lines } = await start('--app', join(folder, 'app.zip'));
    expect(lines).toHaveLength(1);
    const [youtrack, tracker] = await Promise.all([
      fetch(`${ready.youtrack}/api/users/me?fields=login`),
      fetch(`${ready.tracker}/NONE-1`),
    ]);
    expect(await youtrack.json()).toEqual({ login: 'guest', $type: 'Me' });
    expect(tracker.status).toBe(404);
    expect(await stop(process, 'SIGINT')).toBe(0);
  });

  test('ends on SIGTERM although a connection is still open', async () => {
    const { ready, process } = await start();
    const response = await fetch(`${ready.youtrack}/api/users/me`, { headers: { connection: 'keep-alive' } });
    await response.text();
    expect(await stop(process, 'SIGTERM')).toBe(0);
  });

  test('echoes the console of scripts on the error output', async () => {
    const { ready, process, errors } = await start('--quiet', '--app', join(folder, 'app.zip'));
    await fetch(`${ready.youtrack}/api/extensionEndpoints/sample/global/hi`, {
      headers: { authorization: 'Bearer perm:admin' },
    });
    await stop(process, 'SIGINT');
    expect(errors()).toBe('[sample/global] Привет\n');
  });

  test.each([
    ['keeps', [], ''],
    ['echoes, when asked,', ['--debug'], '[debugging/global] DEBUG Подробности\n'],
  ])('%s what scripts say for debugging', async (_what, flags, expected) => {
    const { ready, process, errors } = await start('--quiet', ...flags, join(folder, 'debugging.zip'));
    await fetch(`${ready.youtrack}/api/extensionEndpoints/debugging/global/hi`, {
      headers: { authorization: 'Bearer perm:admin' },
    });
    await stop(process, 'SIGINT');
    expect(errors()).toBe(expected);
  });

  test('tells people where an app is: pages, endpoints, commands, tools, schedules, users and tokens', async () => {
    const { ready, process, errors } = await start(join(folder, 'everything.zip'));
    await stop(process, 'SIGINT');
    const base = ready.youtrack.replaceAll('.', '\\.');
    for (const line of [
      `YouTrack  ${base}/`,
      `Tracker   ${ready.tracker}/`,
      'jane +Authorization: Bearer perm:jane +Jane Roe',
      'Everything \\(everything 1\\.0\\.0\\)',
      `ISSUE_BELOW_SUMMARY +Панель: ${base}/issue/DEMO-1`,
      `curl -H 'Authorization: Bearer perm:admin' -X POST '${base}/api/admin/projects/DEMO/extensionEndpoints/everything/project/go'`,
      'сделать хорошо',
      'everything_look',
      'nightly \\(0 0 3 \\* \\* \\?\\), next at \\d{4}-\\d\\d-\\d\\dT03:00:00\\.000Z',
    ]) {
      expect(errors()).toMatch(new RegExp(`^ *${line}$`, 'm'));
    }
  });

  test('the first lines of curl work as printed', async () => {
    const { ready, process, errors } = await start(join(folder, 'app.zip'));
    while (!errors().includes('curl')) await once(process.stderr ?? process, 'data');
    const [, address = ''] = /curl -H 'Authorization: Bearer perm:admin' '([^']*)'/.exec(errors()) ?? [];
    const answer = await fetch(address, { headers: { authorization: 'Bearer perm:admin' } });
    expect(await answer.text()).toBe('hi');
    expect(address.startsWith(ready.youtrack)).toBe(true);
    await stop(process, 'SIGINT');
  });

  test('without a world there are projects, issues, articles and users with different rights', async () => {
    const { ready, process } = await start();
    const count = async (login: string, path: string) => {
      const headers = { authorization: `Bearer perm:${login}` };
      const answer = await fetch(`${ready.youtrack}${path}?fields=id`, { headers });
      return ((await answer.json()) as unknown[]).length;
    };
    const seen = async (login: string) => [
      await count(login, '/api/admin/projects'),
      await count(login, '/api/issues'),
      await count(login, '/api/articles'),
    ];
    expect([await seen('admin'), await seen('jane'), await seen('maria')]).toEqual([
      [2, 6, 3],
      [2, 4, 2],
      [2, 3, 2],
    ]);
    await stop(process, 'SIGINT');
  });

  test('init writes a world to start from, and never over a file that is there', async () => {
    const process = run('init', 'мир.json');
    expect(await ended(process)).toBe(0);
    const started = await start('--world', 'мир.json');
    await stop(started.process, 'SIGINT');
    const again = run('init', 'мир.json');
    const errors = collect(again.stderr);
    expect(await ended(again)).toBe(1);
    expect(errors()).toMatch(/^The world мир\.json cannot be written: .*EEXIST.*\n$/);
  });

  test('keeps apps, settings and entities over a restart with --state', async () => {
    const state = ['--state', join(folder, 'state')];
    const first = await start('--app', join(folder, 'app.zip'), ...state);
    const headers = { authorization: 'Bearer perm:admin' };
    await fetch(`${first.ready.youtrack}/api/admin/projects`, {
      method: 'POST',
      headers,
      body: '{"shortName":"NEW","name":"Neu"}',
    });
    await fetch(`${first.ready.youtrack}/api/admin/apps/sample/globalConfig`, {
      method: 'POST',
      headers,
      body: '{"enabled":false}',
    });
    await stop(first.process, 'SIGINT');
    const second = await start(...state);
    const app = await fetch(
      `${second.ready.youtrack}/api/admin/apps/sample?fields=enabled,usages(project(shortName))`,
      { headers },
    );
    expect(await app.json()).toMatchObject({
      enabled: false,
      usages: expect.arrayContaining([
        expect.objectContaining({ project: expect.objectContaining({ shortName: 'NEW' }) }),
      ]),
    });
    await stop(second.process, 'SIGINT');
  });

  test('loses nothing it has answered when it is killed', async () => {
    const state = ['--state', join(folder, 'killed')];
    const first = await start(...state);
    const headers = { authorization: 'Bearer perm:admin' };
    await fetch(`${first.ready.youtrack}/api/admin/projects`, {
      method: 'POST',
      headers,
      body: '{"shortName":"KEPT","name":"x"}',
    });
    await stop(first.process, 'SIGKILL');
    const second = await start(...state);
    expect((await fetch(`${second.ready.youtrack}/api/admin/projects/KEPT`, { headers })).status).toBe(200);
    await stop(second.process, 'SIGINT');
  });

  test('a port that is taken is said in one line', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const { port } = blocker.address() as AddressInfo;
    expect(await fail('--port', String(port))).toBe(`port ${port} is already in use\n`);
    expect(await fail('--tracker-port', String(port))).toBe(`port ${port} is already in use\n`);
    await new Promise((resolve) => blocker.close(resolve));
  });

  test.each([
    ['an unknown flag', ['--nope'], /^Unknown option '--nope'.*\n$/],
    ['a bad port', ['--port', 'x'], /^--port must be a number from 0 to 65535, but is "x"\n$/],
    [
      'a world that is not there',
      ['--world', 'nowhere.json'],
      /^The world nowhere\.json cannot be read: .*ENOENT.*\n$/,
    ],
    [
      'a world that is not JSON',
      ['--world', 'not-json.json'],
      /^The world not-json\.json cannot be read: .*JSON.*\n$/,
    ],
    ['a world that is not as it should be', ['--world', 'bad-world.json'], /^World: users\[0\].*\n$/],
    ['a Tracker section that is not as it should be', ['--world', 'bad-tracker.json'], /^tracker.*\n$/],
    ['an app that is not there', ['--app', 'nowhere.zip'], /^There is no file or folder nowhere\.zip\.\n$/],
    ['an app that is no zip', ['--app', 'bad.zip'], /^The package is not a zip file, or it is damaged\.\n$/],
    ['a folder that is no app', ['--app', 'empty'], /^The package has no manifest\.json at its root\.\n$/],
    ['an app with a script that cannot be read', ['--app', 'bad-script.zip'], /^.*global\.js.*\n$/],
  ])('%s is one line on the error output and exit code 1', async (_, args, line) => {
    expect(await fail(...args)).toMatch(line);
  });

  test('--help names every flag', async () => {
    const process = run('--help');
    const output = collect(process.stdout);
    expect(await ended(process)).toBe(0);
    for (const flag of [
      '--port',
      '--tracker-port',
      '--world',
      '--app',
      '--state',
      '--delete',
      '--unset',
      '--writes',
      '--map',
      '--quiet',
      'init',
    ]) {
      expect(output()).toContain(`${flag} `);
    }
  });
});

async function start(...args: string[]) {
  const process = run('--port', '0', '--tracker-port', '0', ...args);
  const errors = collect(process.stderr);
  const output = collect(process.stdout);
  await new Promise<void>((resolve, reject) => {
    process.stdout?.on('data', () => output().includes('\n') && resolve());
    process.once('exit', (code) => reject(new Error(`exit ${code}: ${errors()}`)));
  });
  const lines = output().trim().split('\n');
  const ready = JSON.parse(lines.at(-1)?.replace(/^ready /, '') ?? '') as {
    youtrack: string;
    tracker: string;
  };
  return { ready, process, lines, errors };
}

async function fail(...args: string[]): Promise<string> {
  const process = run('--port', '0', '--tracker-port', '0', ...args);
  const errors = collect(process.stderr);
  const output = collect(process.stdout);
  expect(await ended(process)).toBe(1);
  expect(output()).toBe('');
  return errors();
}

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(process.cwd(), 'sandbox', 'run.mjs'), ...args], { cwd: folder });
}

function stop(process: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  process.kill(signal);
  return ended(process);
}

function ended(process: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => process.once('close', (code) => resolve(code)));
}

function collect(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
