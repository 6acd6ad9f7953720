import { afterEach, describe, expect, test } from '@jest/globals';
import { createSandbox, type Sandbox, type SandboxOptions } from 'youtrack-sandbox';
import { packApp } from '../support/pack-app.ts';

const world = {
  users: [{ login: 'jane', fullName: 'Жанна' }, { login: 'admin' }],
  projects: [{ key: 'DEMO', name: 'Demo', leader: 'jane' }],
  permissions: [
    { user: 'admin', keys: ['*'] },
    { user: 'jane', keys: ['READ_ISSUE', 'UPDATE_ISSUE'] },
  ],
  issues: [{ id: 'DEMO-1', summary: 'Первая', reporter: 'jane' }],
  tracker: { issues: [{ key: 'TEST-1', summary: 'Far side' }] },
};

/** Counts in the issue's summary, mails at once, and counts once more an hour later. */
const script = `
const notifications = require('@jetbrains/youtrack-scripting-api/notifications');
exports.httpHandler = {
  endpoints: [{ scope: 'issue', method: 'POST', path: 'mark', handle(ctx) {
    ctx.issue.summary += '!';
    notifications.sendEmail({ to: ['jane@example.com'], subject: 'Отметка', body: 'ok' }, ctx.issue);
    ctx.invokeAsync('later', 3600000);
    ctx.response.json({ by: ctx.currentUser.login });
  } }],
  asyncFunctions: { later(ctx) { ctx.issue.summary += '?'; } },
};`;

const app = packApp('marker', { 'issue.js': script });

const held: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of held.splice(0)) await sandbox.close();
});

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({ world, apps: [app], now: '2026-01-05T12:00:00Z', ...options });
  held.push(sandbox);
  return sandbox;
}

function mark(sandbox: Sandbox): Promise<Response> {
  return sandbox
    .as('jane')
    .fetch('/api/issues/DEMO-1/extensionEndpoints/marker/issue/mark', { method: 'POST' });
}

async function summary(sandbox: Sandbox): Promise<unknown> {
  const answer = await sandbox.as('jane').fetch('/api/issues/DEMO-1?fields=summary');
  return ((await answer.json()) as { readonly summary: unknown }).summary;
}

describe('createSandbox', () => {
  test('a user asks in process, where nothing listens', async () => {
    const sandbox = await start();
    expect(sandbox.url).toBe('http://youtrack.localhost');
    expect(await (await mark(sandbox)).json()).toEqual({ by: 'jane' });
    expect(await summary(sandbox)).toBe('Первая!');
  });

  test('the guest has no token, and a login nobody has is not let in', async () => {
    const sandbox = await start();
    const ask = (login: string) => sandbox.as(login).fetch('/api/users/me?fields=login');
    expect(await (await ask('guest')).json()).toMatchObject({ login: 'guest' });
    expect((await ask('nobody')).status).toBe(401);
  });

  test('what is not of this sandbox is not fetched', async () => {
    const sandbox = await start();
    await expect(sandbox.as('jane').fetch('https://example.com/x')).rejects.toThrow(/not of this sandbox/);
  });

  test('with a port it listens, and no longer once it is closed', async () => {
    const sandbox = await start({ port: 0 });
    const ask = () => fetch(`${sandbox.url}/api/users/me?fields=login`);
    expect(await (await ask()).json()).toMatchObject({ login: 'guest' });
    await sandbox.close();
    await expect(ask()).rejects.toThrow();
    expect(() => sandbox.now()).toThrow(/closed/);
  });

  test('a given time stands still until it is moved, and what falls due runs at its time', async () => {
    const sandbox = await start();
    await mark(sandbox);
    expect(sandbox.now()).toEqual(new Date('2026-01-05T12:00:00Z'));
    await sandbox.advance('59 minutes');
    expect(await summary(sandbox)).toBe('Первая!');
    await sandbox.advance('1m');
    expect(await summary(sandbox)).toBe('Первая!?');
    expect(sandbox.now()).toEqual(new Date('2026-01-05T13:00:00Z'));
  });

  test('mails and logs can be read', async () => {
    const sandbox = await start();
    await mark(sandbox);
    expect(sandbox.outbox()).toEqual([
      expect.objectContaining({
        app: 'marker',
        subject: 'Отметка',
        to: ['jane@example.com'],
        issue: 'DEMO-1',
      }),
    ]);
    expect(sandbox.logs('marker')).toEqual([]);
    expect(sandbox.logs('no-such-app')).toEqual([]);
  });

  test('a reset brings back world, apps, clock and mails as they were at the start', async () => {
    const sandbox = await start();
    await mark(sandbox);
    expect(await sandbox.install(packApp('second', {}))).toBe('second');
    await sandbox.advance('3 days');
    await sandbox.reset();
    expect(await summary(sandbox)).toBe('Первая');
    expect(sandbox.outbox()).toEqual([]);
    expect(sandbox.now()).toEqual(new Date('2026-01-05T12:00:00Z'));
    const apps = await sandbox.as('admin').fetch('/api/admin/apps?fields=name');
    expect(await apps.json()).toEqual([expect.objectContaining({ name: 'marker' })]);
  });

  test('a snapshot brings back everything, what waits for its time included', async () => {
    const sandbox = await start();
    await mark(sandbox);
    const snapshot = await sandbox.snapshot();
    await sandbox.advance('2 hours');
    await mark(sandbox);
    await sandbox.restore(snapshot);
    expect(await summary(sandbox)).toBe('Первая!');
    expect(sandbox.now()).toEqual(snapshot.takenAt);
    expect(sandbox.outbox()).toHaveLength(1);
    await sandbox.advance('1h');
    expect(await summary(sandbox)).toBe('Первая!?');
  });

  test('another sandbox restores a snapshot, its apps included', async () => {
    const first = await start();
    await mark(first);
    const other = await start({ world: {}, apps: [] });
    await other.restore(await first.snapshot());
    await mark(other);
    expect([await summary(first), await summary(other)]).toEqual(['Первая!', 'Первая!!']);
  });

  test('what is no snapshot changes nothing', async () => {
    const sandbox = await start();
    await mark(sandbox);
    const nothing = { takenAt: new Date(), content: '{}' };
    await expect(sandbox.restore(nothing)).rejects.toThrow(/snapshot/);
    expect(await summary(sandbox)).toBe('Первая!');
  });

  test('the Tracker stand-in goes back with it, at the same address', async () => {
    const sandbox = await start({ port: 0, trackerPort: 0 });
    const { trackerUrl } = sandbox;
    const add = (key: string) =>
      fetch(`${trackerUrl}/_sandbox/issues`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key, summary: 'Дальняя' }),
      });
    const status = async (key: string) => (await fetch(`${trackerUrl}/${key}`)).status;
    await add('TEST-2');
    const snapshot = await sandbox.snapshot();
    await add('TEST-3');
    await sandbox.restore(snapshot);
    expect(sandbox.trackerUrl).toBe(trackerUrl);
    expect([await status('TEST-1'), await status('TEST-2'), await status('TEST-3')]).toEqual([200, 200, 404]);
    await sandbox.reset();
    expect([await status('TEST-1'), await status('TEST-2')]).toEqual([200, 404]);
  });

  const refused: readonly [rule: string, options: SandboxOptions, line: RegExp][] = [
    ['a world with a mistake', { world: { users: [{ name: 'x' }] } }, /^World: users\[0\].*$/],
    [
      'a world file that is not there',
      { world: 'nowhere.json' },
      /^The world nowhere\.json cannot be read.*$/,
    ],
    ['a package that is not there', { apps: ['nowhere.zip'] }, /^There is no file or folder nowhere\.zip\.$/],
    ['bytes that are no zip', { apps: [new Uint8Array(5)] }, /^.*zip.*$/i],
    ['a Tracker without a port for YouTrack', { trackerPort: 0 }, /^A trackerPort needs a port.*$/],
  ];
  test.each(refused)('%s is refused in one line', async (_, options, line) => {
    await expect(createSandbox({ world: {}, ...options })).rejects.toThrow(line);
  });
});
