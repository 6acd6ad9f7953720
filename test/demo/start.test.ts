import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const startTimeoutMs = 60_000;

let child: ChildProcess;
let printed = '';
let said = '';

beforeAll(async () => {
  child = spawn(process.execPath, ['demo/start.mjs', '--port', '0', '--tracker-port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr?.on('data', (text) => {
    said += String(text);
  });
  child.stdout?.on('data', (text) => {
    printed += String(text);
  });
  const signal = AbortSignal.timeout(startTimeoutMs);
  while (!printed.includes('Ctrl-C') && child.stdout !== null) await once(child.stdout, 'data', { signal });
}, startTimeoutMs + 5_000);
afterAll(() => {
  child.kill('SIGKILL');
});

test('npm start says when it is ready, on one line', () => {
  expect(printed).toMatch(
    /^ready \{"youtrack":"http:\/\/127\.0\.0\.1:\d+","tracker":"http:\/\/127\.0\.0\.1:\d+"\}$/m,
  );
});

test('the curl lines ask, link, unlink and link as printed', async () => {
  const lines = printed.split('\n').filter((line) => line.startsWith('curl '));
  const answers = [];
  for (const line of lines) answers.push(await (await send(line)).json());
  expect(answers).toEqual([
    expect.objectContaining({ key: 'DEMO-2', summary: 'Show delivery dates on the basket page' }),
    { issueKey: 'TEST-2', linked: ['DEMO-2'], alreadyLinked: [] },
    { issueKey: 'TEST-2', scheduled: ['DEMO-2'] },
    { issueKey: 'SHOP-3', linked: ['DEMO-2'], alreadyLinked: [] },
  ]);
});

test('a link made in YouTrack appears on the Tracker page that is printed beside it', async () => {
  const [address = ''] = /http:\/\/\S+\/SHOP-3/.exec(printed) ?? [];
  while (!(await (await fetch(address)).text()).includes('DEMO-2')) await pause(100);
});

test('the Tracker page shows the links made at the start', async () => {
  const [address = ''] = /http:\/\/\S+\/TEST-1/.exec(printed) ?? [];
  const page = await (await fetch(address)).text();
  for (const text of ['DEMO-1', 'pay with a saved card', 'DEMO-A-2', 'Release checklist']) {
    expect(page).toContain(text);
  }
});

test('beginning anew goes back to the demo as it was: the app, its connection, its first links', async () => {
  const [, ready = '{}'] = /^ready (.*)$/m.exec(printed) ?? [];
  const { youtrack, tracker } = JSON.parse(ready);
  const body = new URLSearchParams({ act: 'reset' });
  await fetch(`${youtrack}/_sandbox/inspector`, { method: 'POST', body, redirect: 'manual' });
  const headers = { authorization: 'Bearer perm:admin' };
  const ask = async (url: string) => (await fetch(url, { headers })).json();
  const app = '/extensionEndpoints/tracker-links';
  expect(await ask(`${youtrack}/api/issues/DEMO-2${app}/issue/links`)).toMatchObject({ links: [] });
  expect(await ask(`${youtrack}/api/issues/DEMO-10${app}/issue/links`)).toMatchObject({
    links: [{ issueKey: 'SHOP-5', via: 'tracker' }],
  });
  expect(await ask(`${youtrack}/api${app}/admin/connection`)).toMatchObject({
    account: { login: 'jane.roe' },
    isConfigured: true,
  });
  expect(await ask(`${tracker}/_sandbox/issues/SHOP-3/links`)).toMatchObject({ links: [] });
});

test('nothing but what it builds is said beside', () => {
  expect(said).not.toContain('DEBUG');
});

test('Ctrl-C ends it cleanly', async () => {
  const exit = once(child, 'exit', { signal: AbortSignal.timeout(30_000) });
  child.kill('SIGINT');
  expect(await exit).toEqual([0, null]);
});

/** Sends what a printed line would: `curl -H '…' [-X METHOD] [-d '…'] 'URL'`. */
function send(line: string): Promise<Response> {
  const [header = '', ...rest] = [...line.matchAll(/'([^']*)'/g)].map(([, text = '']) => text);
  const [name = '', value = ''] = header.split(': ');
  const [, method = 'GET'] = / -X (\w+)/.exec(line) ?? [];
  const body = line.includes(' -d ') ? rest[0] : undefined;
  const init = { method, headers: { [name]: value }, ...(body === undefined ? {} : { body }) };
  return fetch(rest.at(-1) ?? '', init);
}
