import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { unpackPackage } from '../../sandbox/src/apps/load-package.ts';
import { type MirroredWorldOptions, mirroredWorld } from './support/mirrored-world.ts';
import {
  addressOf,
  adminOwed,
  openTwoSides,
  readLinksOf,
  readRemoteLinks,
  type TwoSides,
} from './support/two-sides.ts';

let sides: TwoSides | undefined;

afterEach(async () => {
  await sides?.close();
  sides = undefined;
});

async function open(options: MirroredWorldOptions = {}, flags: Parameters<typeof openTwoSides>[1] = {}) {
  sides = await openTwoSides(mirroredWorld(options), flags);
  return sides;
}

async function namesOf(two: TwoSides, issueKey: string): Promise<string[]> {
  return (await readRemoteLinks(two, issueKey)).map(({ name }) => name).sort();
}

function move(two: TwoSides, key: string, project: string) {
  return two.askYouTrack('POST', `/api/issues/${key}/project`, { shortName: project }, 'admin');
}

async function nothingIsOwed(two: TwoSides): Promise<void> {
  const { body } = await two.askYouTrack('GET', adminOwed, undefined, 'admin');
  expect(body).toEqual({ total: 0, failed: 0, owed: [] });
}

test('an issue that moves is linked under its new key, in every Tracker issue', async () => {
  const two = await open();
  const links = addressOf('issues/DEMO-1', 'links');
  await two.askYouTrack('POST', links, { issueKeys: ['TEST-1', 'TEST-2'] });
  await two.advance(10_000);
  expect((await move(two, 'DEMO-1', 'OPS')).status).toBe(200);
  await two.advance(10_000);
  expect([await namesOf(two, 'TEST-1'), await namesOf(two, 'TEST-2')]).toEqual([
    ['issue OPS-1'],
    ['issue OPS-1'],
  ]);
  // Tracker reports that we have taken away the links under the former key; those under the new one stay.
  expect((await readLinksOf(two, 'issues/OPS-1')).links.map(({ issueKey }) => issueKey)).toEqual([
    'TEST-1',
    'TEST-2',
  ]);
  await nothingIsOwed(two);
});

test('a move before Tracker knew of the link tells the new key', async () => {
  const two = await open();
  await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links'), { issueKey: 'TEST-1' });
  await move(two, 'DEMO-1', 'OPS');
  await two.advance(3_600_000);
  expect(await namesOf(two, 'TEST-1')).toEqual(['issue OPS-1']);
  await nothingIsOwed(two);
});

test('the remote links of a removed issue go, though Tracker cannot be reached at first', async () => {
  const two = await open();
  await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links'), { issueKey: 'TEST-1' });
  await two.advance(10_000);
  await two.askTracker('POST', '/_sandbox/faults', { calls: 3, drop: true });
  expect((await two.askYouTrack('DELETE', '/api/issues/DEMO-1', undefined, 'admin')).status).toBe(200);
  await two.advance(3_000);
  const { body } = await two.askYouTrack('GET', adminOwed, undefined, 'admin');
  expect(body).toMatchObject({
    owed: [{ kind: 'issue', key: 'DEMO-1', isRemoved: true, issueKey: 'TEST-1', wish: 'gone' }],
  });
  await two.advance(3_600_000);
  expect(await namesOf(two, 'TEST-1')).toEqual([]);
  await nothingIsOwed(two);
});

test('the remote links of a removed article go', async () => {
  const two = await open();
  await two.askYouTrack('POST', addressOf('articles/DEMO-A-1', 'links'), { issueKey: 'TEST-1' });
  await two.advance(10_000);
  expect((await two.askYouTrack('DELETE', '/api/articles/DEMO-A-1', undefined, 'admin')).status).toBe(200);
  await two.advance(5_000);
  expect(await namesOf(two, 'TEST-1')).toEqual([]);
});

test('an issue that moves and is removed at once leaves nothing under its former key', async () => {
  const two = await open();
  await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links'), { issueKey: 'TEST-1' });
  await two.advance(10_000);
  await move(two, 'DEMO-1', 'OPS');
  await two.askYouTrack('DELETE', '/api/issues/OPS-1', undefined, 'admin');
  await two.advance(3_600_000);
  expect(await namesOf(two, 'TEST-1')).toEqual([]);
  await nothingIsOwed(two);
});

describe('a chain that was dropped is made up for within an hour of things working again', () => {
  async function linkEverything(two: TwoSides): Promise<void> {
    for (const entity of ['issues/DEMO-1', 'articles/DEMO-A-1', 'projects/DEMO', 'users/boris'])
      await two.askYouTrack('POST', addressOf(entity, 'links'), { issueKey: 'TEST-1' }, 'boris');
  }
  const all = ['article DEMO-A-1', 'issue DEMO-1', 'project DEMO', 'user boris'];

  test('where its user is banned', async () => {
    const two = await open();
    await linkEverything(two);
    expect((await two.askYouTrack('POST', '/api/users/boris', { banned: true }, 'admin')).status).toBe(200);
    await two.advance(3_600_000);
    expect(await namesOf(two, 'TEST-1')).toEqual(all);
    await nothingIsOwed(two);
  });

  test('where the app was disabled for an hour', async () => {
    const two = await open();
    await linkEverything(two);
    const app = `/api/admin/apps/${await idOfApp(two)}/globalConfig`;
    expect((await two.askYouTrack('POST', app, { enabled: false }, 'admin')).status).toBe(200);
    await two.advance(3_600_000);
    expect(await namesOf(two, 'TEST-1')).toEqual([]);
    await two.askYouTrack('POST', app, { enabled: true }, 'admin');
    await two.advance(3_600_000);
    expect(await namesOf(two, 'TEST-1')).toEqual(all);
    await nothingIsOwed(two);
    expect((await readLinksOf(two, 'issues/DEMO-1')).links[0]?.mirror).toEqual({ state: 'mirrored' });
  });

  test('where its user is banned, the app disabled for an hour, and a new version uploaded meanwhile', async () => {
    const two = await open();
    await linkEverything(two);
    await two.askYouTrack('POST', '/api/users/boris', { banned: true }, 'admin');
    const app = `/api/admin/apps/${await idOfApp(two)}/globalConfig`;
    await two.askYouTrack('POST', app, { enabled: false }, 'admin');
    await two.advance(1_800_000);
    await two.running.sandbox.apps.install(unpackPackage(withVersion('99.0.0')));
    // Whether what the old version has scheduled outlives it is documented nowhere.
    two.running.sandbox.jobs.forget('tracker-links');
    await two.advance(1_800_000);
    expect(await namesOf(two, 'TEST-1')).toEqual([]);
    await two.askYouTrack('POST', app, { enabled: true }, 'admin');
    await two.advance(3_600_000);
    expect(await namesOf(two, 'TEST-1')).toEqual(all);
    await nothingIsOwed(two);
  });

  /** The package under another version. */
  function withVersion(version: string): Uint8Array {
    const files = unzipSync(readFileSync('tracker-links.zip'));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    return zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify({ ...manifest, version })) });
  }

  async function idOfApp(two: TwoSides): Promise<string> {
    const { body } = await two.askYouTrack(
      'GET',
      '/api/admin/apps?fields=id,name&$top=-1',
      undefined,
      'admin',
    );
    return (body as { id: string; name: string }[]).find(({ name }) => name === 'tracker-links')?.id ?? '';
  }
});
