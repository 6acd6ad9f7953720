import { afterEach, describe, expect, test } from '@jest/globals';
import { type MirroredWorldOptions, mirroredWorld } from './support/mirrored-world.ts';
import {
  addressOf,
  adminOwed,
  globalLinks,
  openTwoSides,
  readCalls,
  readLinksOf,
  readRemoteLinks,
  type TwoSides,
} from './support/two-sides.ts';

const hourMs = 3_600_000;

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

async function fail(two: TwoSides, fault: unknown): Promise<void> {
  expect((await two.askTracker('POST', '/_sandbox/faults', fault)).status).toBe(201);
}

const objects = [
  ['issues/DEMO-1', 'issue DEMO-1'],
  ['articles/DEMO-A-1', 'article DEMO-A-1'],
  ['projects/DEMO', 'project DEMO'],
  ['users/jane', 'user jane'],
] as const;

describe.each(['writable', 'readonly'] as const)('where DELETE is %s', (deletes) => {
  test.each(objects)(
    'a link of %s made in YouTrack is made in Tracker, and goes with its removal',
    async (entity, name) => {
      const two = await open({}, { deletes });
      await two.askYouTrack('POST', addressOf(entity, 'links'), { issueKey: 'TEST-1' });
      const [link] = (await readLinksOf(two, entity)).links;
      expect(link?.mirror).toEqual({ state: 'pending', since: link?.addedAt, nextAt: expect.any(String) });
      await two.advance(2_000);
      expect(await namesOf(two, 'TEST-1')).toEqual([name]);
      expect((await readLinksOf(two, entity)).links[0]?.mirror).toEqual({ state: 'mirrored' });

      await two.askYouTrack('DELETE', `${addressOf(entity, 'links')}?issueKey=TEST-1`);
      await two.advance(5_000);
      expect(await namesOf(two, 'TEST-1')).toEqual([]);
      expect(await readLinksOf(two, entity)).not.toHaveProperty('owed');
    },
  );
});

test('a removal is owed until Tracker knows of it', async () => {
  const two = await open();
  await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links'), { issueKey: 'TEST-1' });
  await two.advance(2_000);
  await two.askYouTrack('DELETE', `${addressOf('issues/DEMO-1', 'links')}?issueKey=TEST-1`);
  expect(await readLinksOf(two, 'issues/DEMO-1')).toMatchObject({
    links: [],
    owed: [{ issueKey: 'TEST-1', url: 'https://tracker.yandex.ru/TEST-1', state: 'pending' }],
  });
});

test('a removal that Tracker refuses as not found, and lists all the same, is tried again', async () => {
  const two = await open();
  await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links'), { issueKey: 'TEST-1' });
  await two.advance(2_000);
  await fail(two, { calls: 1, status: 404, method: 'DELETE' });
  await two.askYouTrack('DELETE', `${addressOf('issues/DEMO-1', 'links')}?issueKey=TEST-1`);
  await two.advance(2_000);
  expect((await readLinksOf(two, 'issues/DEMO-1')).owed?.[0]).toMatchObject({
    state: 'pending',
    problem: expect.objectContaining({ kind: 'conflict' }),
  });
  await two.advance(60_000);
  expect(await namesOf(two, 'TEST-1')).toEqual([]);
  expect((await readLinksOf(two, 'issues/DEMO-1')).owed).toBeUndefined();
});

test('wishes that cancel out make no call', async () => {
  const two = await open();
  const links = addressOf('issues/DEMO-1', 'links');
  await two.askYouTrack('POST', links, { issueKey: 'TEST-1' });
  await two.askYouTrack('DELETE', `${links}?issueKey=TEST-1`);
  expect(await readLinksOf(two, 'issues/DEMO-1')).toEqual({ key: 'DEMO-1', links: [] });
  await two.advance(2 * hourMs);
  expect(await readCalls(two)).toEqual([]);
});

test('what came via Tracker is not told back, and what Tracker made is taken away when a person removes it', async () => {
  const two = await open();
  const body = { relationship: 'RELATES', key: 'DEMO-2', origin: 'com.example.youtrack.issue' };
  await two.askTracker('POST', '/v3/issues/TEST-2/remotelinks?backlink=true', body);
  await two.askYouTrack(
    'PUT',
    `${globalLinks}?kind=issue`,
    { issueKey: 'TEST-3', entityIds: ['DEMO-3'] },
    'robot',
  );
  await two.advance(2 * hourMs);
  expect(await readCalls(two)).toEqual([]);
  expect((await readLinksOf(two, 'issues/DEMO-2')).links).toMatchObject([
    { issueKey: 'TEST-2', via: 'tracker' },
  ]);

  await two.askYouTrack('DELETE', `${addressOf('issues/DEMO-2', 'links')}?issueKey=TEST-2`);
  await two.advance(5_000);
  expect(await namesOf(two, 'TEST-2')).toEqual([]);
});

test('nothing is owed for a kind without an application, nor without an authorization', async () => {
  const two = await open({ settings: { articleApplication: '' } });
  await two.askYouTrack('POST', addressOf('articles/DEMO-A-1', 'links'), { issueKey: 'TEST-1' });
  expect((await readLinksOf(two, 'articles/DEMO-A-1')).links[0]).not.toHaveProperty('mirror');
  await two.advance(hourMs);
  expect(await readCalls(two)).toEqual([]);
});

test('a link that Tracker has already is not made again, and doubles collapse to one', async () => {
  const two = await open({ tracker: { repeatedLink: 'duplicate' }, isRegistered: false });
  const body = { relationship: 'RELATES', key: 'demo-1', origin: 'com.example.youtrack.issue' };
  for (const _ of [1, 2, 3]) await two.askTracker('POST', '/v3/issues/TEST-1/remotelinks', body);
  await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links'), { issueKey: 'TEST-1' });
  await two.advance(10_000);
  expect(await namesOf(two, 'TEST-1')).toEqual(['issue demo-1']);
});

test('two who link the same at the same moment make one link in Tracker', async () => {
  const two = await open({ tracker: { repeatedLink: 'duplicate' } }, { writes: 'overlapping' });
  const links = addressOf('issues/DEMO-1', 'links');
  await Promise.all(
    ['jane', 'boris', 'admin'].map((login) => two.askYouTrack('POST', links, { issueKey: 'TEST-1' }, login)),
  );
  await two.advance(hourMs);
  expect(await namesOf(two, 'TEST-1')).toEqual(['issue DEMO-1']);
});

describe('a failure', () => {
  test.each([
    ['a time-out after Tracker did the work', { calls: 1, drop: true, after: true, method: 'POST' }],
    ['a lost connection', { calls: 3, drop: true }],
    ['too many requests', { calls: 2, status: 429, headers: { 'retry-after': '20' } }],
    ['a fault of Tracker', { calls: 2, status: 503, body: '<html>' }],
  ])('that passes, %s, is tried again by itself', async (_, fault) => {
    const two = await open({ tracker: { repeatedLink: 'duplicate' } });
    await fail(two, fault);
    await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links'), { issueKey: 'TEST-1' });
    await two.advance(2_000);
    const [link] = (await readLinksOf(two, 'issues/DEMO-1')).links;
    expect(link?.mirror).toMatchObject({ state: 'pending', problem: { sentence: expect.any(String) } });
    await two.advance(hourMs);
    expect(await namesOf(two, 'TEST-1')).toEqual(['issue DEMO-1']);
    expect((await readLinksOf(two, 'issues/DEMO-1')).links[0]?.mirror).toEqual({ state: 'mirrored' });
  });

  test.each([
    [423, 'locked'],
    [403, 'forbidden'],
    [404, 'absent'],
    [422, 'rejected'],
  ])('that does not pass, %s, rests until a person says that it be tried again', async (status, kind) => {
    const two = await open();
    await fail(two, {
      calls: 1,
      status,
      body: JSON.stringify({ errorMessages: ['Нельзя.'] }),
    });
    await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links'), { issueKey: 'TEST-1' });
    await two.advance(3 * hourMs);
    const [link] = (await readLinksOf(two, 'issues/DEMO-1')).links;
    expect(link?.mirror).toEqual({
      state: 'failed',
      since: link?.addedAt,
      problem: expect.objectContaining({ kind }),
    });
    expect(await readCalls(two)).toHaveLength(1);

    expect(
      await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links/retry'), { issueKey: 'TEST-1' }),
    ).toEqual({
      status: 200,
      body: { key: 'DEMO-1', retried: ['TEST-1'] },
    });
    await two.advance(2_000);
    expect((await readLinksOf(two, 'issues/DEMO-1')).links[0]?.mirror).toEqual({ state: 'mirrored' });
  });

  test('that lasts a week is tried no more', async () => {
    const two = await open();
    await fail(two, { calls: 1_000, status: 500 });
    await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links'), { issueKey: 'TEST-1' });
    await two.advance(6 * 24 * hourMs);
    expect((await readLinksOf(two, 'issues/DEMO-1')).links[0]?.mirror).toMatchObject({ state: 'pending' });
    await two.advance(2 * 24 * hourMs);
    expect((await readLinksOf(two, 'issues/DEMO-1')).links[0]?.mirror).toMatchObject({ state: 'failed' });
    expect((await readCalls(two)).length).toBeLessThan(200);
  });

  test('stays dropped, although looks at the operation come later, until something is done anew', async () => {
    const two = await open();
    await fail(two, { calls: 1, status: 403 });
    await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links'), { issueKey: 'TEST-1' });
    await two.advance(2_000);
    expect((await two.askYouTrack('POST', `${adminOwed}/drop`, {}, 'admin')).body).toEqual({ changed: 1 });
    await two.advance(2 * hourMs);
    expect(await namesOf(two, 'TEST-1')).toEqual([]);
    expect((await two.askYouTrack('GET', adminOwed, undefined, 'admin')).body).toMatchObject({ total: 0 });
    await two.askYouTrack('DELETE', `${addressOf('issues/DEMO-1', 'links')}?issueKey=TEST-1`);
    await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links'), { issueKey: 'TEST-1' });
    await two.advance(2_000);
    expect(await namesOf(two, 'TEST-1')).toEqual(['issue DEMO-1']);
  });

  test('may be retried and dropped by an administrator', async () => {
    const two = await open();
    await fail(two, { calls: 2, status: 403 });
    for (const key of ['DEMO-1', 'DEMO-2'])
      await two.askYouTrack('POST', addressOf(`issues/${key}`, 'links'), { issueKey: 'TEST-1' });
    await two.advance(2_000);
    const owed = await two.askYouTrack('GET', adminOwed, undefined, 'admin');
    expect(owed.body).toMatchObject({ total: 2, failed: 2, owed: [{ key: 'DEMO-1' }, { key: 'DEMO-2' }] });
    const dropped = await two.askYouTrack(
      'POST',
      `${adminOwed}/drop`,
      { key: 'demo-2', issueKey: 'TEST-1' },
      'admin',
    );
    expect(dropped.body).toEqual({ changed: 1 });
    expect((await two.askYouTrack('POST', `${adminOwed}/retry`, {}, 'admin')).body).toEqual({ changed: 1 });
    await two.advance(2_000);
    expect(await namesOf(two, 'TEST-1')).toEqual(['issue DEMO-1']);
    expect((await two.askYouTrack('GET', adminOwed, undefined, 'admin')).body).toEqual({
      total: 0,
      failed: 0,
      owed: [],
    });
  });
});
