import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type RunningSandbox, startSandbox } from '../support/start-sandbox.ts';

const startedAt = Date.now() - 10_000;

/** What version 1.0.0 of the app has written on a server, and what it declared and scheduled there. */
const before = JSON.parse(asOfNow(readFileSync('test/upgrade/version-1.0.0.json', 'utf8'))) as {
  readonly extensionProperties: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
  >;
  readonly declared: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly states: Readonly<Record<string, string>>;
};

const endpoints = 'extensionEndpoints/tracker-links';
const stepMs = 50;

let folder: string;
let sandbox: RunningSandbox;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
  sandbox = await startSandbox('--world', writeWorld(), '--app', writePlantingApp());
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

/** The update comes seconds after 1.0.0 has written: a look that is a day late restores nothing. */
function asOfNow(text: string): string {
  const writtenAt = 1_795_598_858_000;
  return text.replace(/\b1795598858\d{3}\b/g, (instant) => String(startedAt + Number(instant) - writtenAt));
}

/** Here version 1.0.0 has removed a link, and another write has brought it back since. */
const undoneRemoval = {
  trackerLinks: asOfNow('{"v":1,"links":["SHOP-3 +1795598858240 youtrack jane"]}'),
  hasTrackerLinks: true,
};

/** What a version to come may write. */
const ofNewerVersion = { trackerLinks: '{"v":99,"sets":["связь"]}', hasTrackerLinks: true };

/** The demo world with the data of version 1.0.0. DEMO-5 and LAB have lost what its checks are about to look for. */
function writeWorld(): string {
  const world = JSON.parse(readFileSync('demo/world.json', 'utf8'));
  const { Issue, ...others } = before.extensionProperties;
  const extensionProperties = {
    ...others,
    Issue: { ...Issue, 'DEMO-7': undoneRemoval, 'DEMO-8': ofNewerVersion },
  };
  Object.assign(world.apps['tracker-links'], { extensionProperties });
  const file = join(folder, 'world.json');
  writeFileSync(file, JSON.stringify(world));
  return file;
}

/** The packaged app with one more endpoint, which schedules a look as an older version of the app has done. */
function writePlantingApp(): string {
  const files = unzipSync(readFileSync('tracker-links.zip'));
  const plant = `exports.httpHandler.endpoints.push({ scope: 'global', method: 'POST', path: 'plant', handle(ctx) {
    ctx.store('state', ctx.request.body);
    ctx.invokeAsync('settleLinks', 0);
  } });\n`;
  files['global.js'] = strToU8(`${strFromU8(files['global.js'] ?? new Uint8Array())}\n${plant}`);
  const file = join(folder, 'planting.zip');
  writeFileSync(file, zipSync(files));
  return file;
}

async function ask(method: string, path: string, body?: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${sandbox.youtrack}/api/${path}`, {
    method,
    headers: { authorization: 'Bearer perm:admin' },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return text === '' ? { status: response.status } : JSON.parse(text);
}

async function linksOf(path: string, handler: string): Promise<string[]> {
  const { links } = await ask('GET', `${path}/${endpoints}/${handler}/links`);
  return (links as { issueKey: string }[]).map(({ issueKey }) => issueKey).sort();
}

async function untilLinked(path: string, handler: string, expected: readonly string[]): Promise<void> {
  while (JSON.stringify(await linksOf(path, handler)) !== JSON.stringify(expected)) await pause(stepMs);
}

describe('after the update from 1.0.0', () => {
  test('every property is declared as it was: YouTrack deletes the values of one that is not', () => {
    const { entityTypeExtensions } = JSON.parse(readFileSync('entity-extensions.json', 'utf8')) as {
      entityTypeExtensions: { entityType: string; properties: Record<string, { type: string }> }[];
    };
    for (const [entityType, properties] of Object.entries(before.declared)) {
      const now = entityTypeExtensions.find((one) => one.entityType === entityType)?.properties ?? {};
      const types = Object.fromEntries(Object.entries(now).map(([name, { type }]) => [name, type]));
      expect(types).toMatchObject(properties);
    }
  });

  test.each([
    ['issues/DEMO-1', 'issue', ['TEST-1', 'TEST-12']],
    ['articles/DEMO-A-1', 'article', ['TEST-12']],
    ['admin/projects/DEMO', 'project', ['TEST-3']],
    ['users/jane', 'user', ['TEST-7']],
  ])('the links of %s are there', async (path, handler, expected) => {
    expect(await linksOf(path, handler)).toEqual(expected);
  });

  test('a linked object is found by the key of its Tracker issue', async () => {
    const { links } = await ask('GET', `${endpoints}/global/links?issueKey=TEST-12`);
    expect(JSON.stringify(links)).toContain('DEMO-A-1');
  });

  test('people are known in Tracker as before', async () => {
    const info = await ask('GET', `issues/DEMO-1/${endpoints}/issue/info`);
    expect(info.assignee).toEqual({ trackerUid: 8_000_000_000_000_017, login: 'jane.roe' });
  });

  test('a project tells no more than it did', async () => {
    const info = await ask('GET', `${endpoints}/global/info?key=OPS-1`);
    expect(info).toMatchObject({ key: 'OPS-1', summary: 'OPS-1' });
  });

  test('what was linked can be unlinked, and linked again', async () => {
    const links = `articles/DEMO-A-1/${endpoints}/article/links`;
    await ask('DELETE', `${links}?issueKey=TEST-12`);
    await untilLinked('articles/DEMO-A-1', 'article', []);
    expect(await ask('POST', links, '{"issueKey":"TEST-12"}')).toMatchObject({ linked: ['DEMO-A-1'] });
  });
});

describe('a look that 1.0.0 has scheduled', () => {
  test.each([
    ['the first look after a link was made', 'issues/DEMO-5', 'issue', ['TEST-1']],
    ['the first look after two objects were linked at once', 'issues/DEMO-5', 'issue', ['TEST-1', 'TEST-12']],
    ['a later look', 'admin/projects/LAB', 'project', ['TEST-3']],
    // It has seen two other links beside the removed one, and looks after them as well.
    ['the look after a removal', 'issues/DEMO-7', 'issue', ['TEST-1', 'TEST-12']],
  ])('puts right what is wrong: %s', async (name, path, handler, expected) => {
    const lost = path.replace(/^.*\//, '');
    const state = before.states[name] ?? '';
    await ask('POST', `${endpoints}/global/plant`, state.replace(/"key":"DEMO(-1)?"/, `"key":"${lost}"`));
    await untilLinked(path, handler, expected);
  });
});

describe('what a newer version has written', () => {
  test('is not touched, and who would change it is told', async () => {
    const answer = await ask('POST', `issues/DEMO-8/${endpoints}/issue/links`, '{"issueKey":"TEST-1"}');
    expect(answer).toMatchObject({ error: 'conflict' });
    const audit = JSON.stringify(await ask('GET', `${endpoints}/admin/audit?key=DEMO-8`));
    expect(audit).toContain('newer_version');
    expect(audit).toContain(JSON.stringify(ofNewerVersion.trackerLinks));
  });

  test('for a look of its own is not understood, and the log says so', async () => {
    await ask('POST', `${endpoints}/global/plant`, '{"v":99,"tasks":[]}');
    while (!sandbox.errors().includes('newer_version')) await pause(stepMs);
    expect(sandbox.errors()).toContain('could not do its work');
  });
});
