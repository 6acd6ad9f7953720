import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const startTimeoutMs = 30_000;

let child: ChildProcess;
let printed = '';

beforeAll(async () => {
  child = spawn(process.execPath, ['demo/start.mjs', '--port', '0', '--tracker-port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const deadline = AbortSignal.timeout(startTimeoutMs);
  while (!printed.includes('Ctrl-C') && child.stdout !== null) {
    const [text] = await once(child.stdout, 'data', { signal: deadline });
    printed += String(text);
  }
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

test('Ctrl-C ends it cleanly', async () => {
  const exit = once(child, 'exit', { signal: AbortSignal.timeout(10_000) });
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
