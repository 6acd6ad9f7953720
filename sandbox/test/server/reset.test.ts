import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseFlags } from '../../src/server/parse-flags.ts';
import { type RunningSandbox, startSandbox } from '../../src/server/start-sandbox.ts';
import { packInspectedApp } from '../inspector/inspected-app.ts';
import { buildFolder } from '../support/build-folder.ts';

let folder: string;
let running: RunningSandbox | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reset-'));
  writeFileSync(join(folder, 'app.zip'), packInspectedApp());
});
afterEach(async () => {
  await running?.close();
  rmSync(folder, { recursive: true });
});

async function start(...flags: readonly string[]): Promise<RunningSandbox> {
  running = await startSandbox({
    flags: parseFlags(['--port', '0', '--tracker-port', '0', join(folder, 'app.zip'), ...flags]),
    buildFolder,
    onLine: () => undefined,
  });
  return running;
}

const headers = { authorization: 'Bearer perm:admin' };

async function ask(path: string, body?: object): Promise<unknown> {
  const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${running?.youtrack}${path}`, init);
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}

function reset(): Promise<Response> {
  const body = new URLSearchParams({ act: 'reset' });
  return fetch(`${running?.youtrack}/_sandbox/inspector`, { method: 'POST', body, redirect: 'manual' });
}

/** Changes something everywhere: in the world, the apps, the clock and Tracker. */
async function change(): Promise<void> {
  await ask('/api/issues/DEMO-1', { summary: 'Другое' });
  await fetch(`${running?.youtrack}/api/admin/apps/inspected`, { method: 'DELETE', headers });
  await ask('/api/_sandbox/clock', { advanceMs: 86_400_000 });
  await fetch(`${running?.tracker}/_sandbox/issues`, {
    method: 'POST',
    body: JSON.stringify({ key: 'TEST-99', summary: 'Новая' }),
  });
}

async function look() {
  const { summary } = (await ask('/api/issues/DEMO-1?fields=summary')) as { readonly summary: string };
  const apps = (await ask('/api/admin/apps?fields=name')) as readonly { readonly name: string }[];
  const { now } = (await ask('/api/_sandbox/clock')) as { readonly now: number };
  const isAhead = now - Date.now() > 3_600_000;
  const tracker = (await fetch(`${running?.tracker}/TEST-99`)).status;
  return { summary, apps: apps.map(({ name }) => name), isAhead, tracker };
}

test.each([['in memory'], ['with a state file'], ['with overlapping writes']])(
  'a sandbox %s begins anew',
  async (kind) => {
    const state = join(folder, 'state');
    await start(
      ...(kind === 'with a state file' ? ['--state', state] : []),
      ...(kind.includes('writes') ? ['--writes', 'overlapping'] : []),
    );
    const before = await look();
    await change();
    expect(await look()).toEqual({ summary: 'Другое', apps: [], isAhead: true, tracker: 200 });
    expect((await reset()).status).toBe(303);
    expect(await look()).toEqual(before);
    expect(existsSync(state)).toBe(kind === 'with a state file');
  },
);

test('what is asked meanwhile waits for it', async () => {
  await start();
  await change();
  const [, answers] = await Promise.all([
    reset(),
    Promise.all([1, 2, 3].map(() => ask('/api/users/me?fields=login'))),
  ]);
  expect(answers.map((one) => (one as { readonly login: string }).login)).toEqual([
    'admin',
    'admin',
    'admin',
  ]);
});

test('what was watched is there in its newest version', async () => {
  await start('--watch');
  await change();
  await reset();
  expect((await look()).apps).toEqual(['inspected']);
});

describe('what was furnished after the start', () => {
  async function furnish(): Promise<void> {
    await ask('/api/issues/DEMO-1', { summary: 'Обставлено' });
    await fetch(`${running?.tracker}/_sandbox/issues`, {
      method: 'POST',
      body: JSON.stringify({ key: 'TEST-98', summary: 'С начала' }),
    });
    await fetch(`${running?.youtrack}/api/_sandbox/beginning`, { method: 'POST' });
  }

  async function lookForFurniture() {
    const tracker = (await fetch(`${running?.tracker}/TEST-98`)).status;
    return { ...(await look()), furnished: tracker };
  }

  const furnished = {
    ...{ summary: 'Обставлено', apps: ['inspected'], isAhead: false },
    ...{ tracker: 404, furnished: 200 },
  };

  test.each([[[]], [['--watch']], [['--writes', 'overlapping']]])(
    'is there once it was called the beginning (%j)',
    async (flags) => {
      await start(...flags);
      await furnish();
      for (const _time of [1, 2]) {
        await change();
        await reset();
        expect(await lookForFurniture()).toEqual(furnished);
      }
    },
  );

  test('is kept beside a state file, which goes on from it', async () => {
    const flags = ['--state', join(folder, 'state')];
    await start(...flags);
    await furnish();
    await change();
    await running?.close();
    await start(...flags);
    expect(await look()).toMatchObject({ summary: 'Другое', tracker: 200 });
    await reset();
    expect(await lookForFurniture()).toEqual(furnished);
    await ask('/api/issues/DEMO-1', { summary: 'Дальше' });
    await running?.close();
    await start(...flags);
    expect(await look()).toMatchObject({ summary: 'Дальше', apps: ['inspected'], tracker: 404 });
  });

  test.each(['', 'x', '{}', '{"world":[]}'])(
    'and damaged (%j) is refused in a sentence that names the file',
    async (text) => {
      const state = join(folder, 'state');
      await start('--state', state);
      await running?.close();
      writeFileSync(`${state}.beginning`, text);
      await expect(start('--state', state)).rejects.toThrow(
        /state\.beginning: it was not written by this version/,
      );
    },
  );

  test('of a state file that was deleted is forgotten', async () => {
    const state = join(folder, 'state');
    await start('--state', state);
    const { summary } = await look();
    await furnish();
    await running?.close();
    for (const file of [state, `${state}.tracker`]) rmSync(file);
    await start('--state', state);
    await reset();
    expect((await look()).summary).toBe(summary);
  });
});
