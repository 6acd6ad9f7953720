import { afterEach, expect, test } from '@jest/globals';
import { mirroredWorld } from './support/mirrored-world.ts';
import {
  addressOf,
  adminOwed,
  openTwoSides,
  readCalls,
  readLinksOf,
  readRemoteLinks,
  type TwoSides,
} from './support/two-sides.ts';

const hourMs = 3_600_000;
const links = addressOf('issues/DEMO-1', 'links');

let sides: TwoSides | undefined;
afterEach(async () => {
  await sides?.close();
  sides = undefined;
});

/** DEMO-1 is linked to TEST-1, both sides know it, and since then TEST-1 has become NEWQ-1. */
async function openMoved(flags: Parameters<typeof openTwoSides>[1] = {}): Promise<TwoSides> {
  sides = await openTwoSides(mirroredWorld(), flags);
  await sides.askYouTrack('POST', links, { issueKey: 'TEST-1' });
  await sides.advance(2 * hourMs);
  const moved = await sides.askTracker('POST', '/_sandbox/issues/TEST-1/move', { queue: 'NEWQ' });
  expect(moved.body).toMatchObject({ key: 'NEWQ-1', aliases: ['TEST-1'] });
  return sides;
}

async function keysOf(two: TwoSides): Promise<readonly string[]> {
  return (await readLinksOf(two, 'issues/DEMO-1')).links.map(({ issueKey }) => issueKey);
}

async function isSettled(two: TwoSides): Promise<void> {
  const { body } = await two.askYouTrack('GET', adminOwed, undefined, 'admin');
  expect(body).toEqual({ total: 0, failed: 0, owed: [] });
}

test('Tracker’s report of a removal under the new key removes what is linked under the former one', async () => {
  const two = await openMoved();
  const [link] = await readRemoteLinks(two, 'NEWQ-1');
  await two.askTracker('DELETE', `/_sandbox/issues/NEWQ-1/links/${link?.id}`);
  await two.advance(10_000);
  expect(await keysOf(two)).toEqual([]);
  await isSettled(two);
});

test.each(['writable', 'readonly'] as const)(
  'a removal takes away what is linked under both keys, where DELETE is %s',
  async (deletes) => {
    const two = await openMoved({ deletes });
    await two.askYouTrack('POST', links, { issueKey: 'TEST-2' });
    await two.askTracker('POST', '/_sandbox/issues/TEST-2/move', { queue: 'NEWQ' });
    // The former key is not at rest yet, so both are there for a while.
    await two.askYouTrack('POST', links, { issueKey: 'NEWQ-2' });
    await two.advance(40_000);
    const [link] = await readRemoteLinks(two, 'NEWQ-2');
    await two.askTracker('DELETE', `/_sandbox/issues/NEWQ-2/links/${link?.id}`);
    await two.advance(60_000);
    expect(await keysOf(two)).toEqual(['TEST-1']);
    await isSettled(two);
  },
);

test('where both have moved, what we take away ourselves under the object’s former key removes nothing', async () => {
  const two = await openMoved();
  await two.askYouTrack('POST', '/api/issues/DEMO-1/project', { shortName: 'OPS' }, 'admin');
  await two.advance(60_000);
  // Tracker's report may have come no sooner than that.
  for (let step = 0; step < 10; step += 1) await two.advance(2_000);
  expect((await readLinksOf(two, 'issues/OPS-1')).links).toHaveLength(1);
  expect((await readRemoteLinks(two, 'NEWQ-1')).map(({ name }) => name)).toEqual(['issue OPS-1']);
  await isSettled(two);
});

test.each(['writable', 'readonly'] as const)(
  'a removal by the new key is not lost where Tracker answers no sooner than the last look, where DELETE is %s',
  async (deletes) => {
    const two = await openMoved({ deletes });
    await two.askTracker('POST', '/_sandbox/faults', { calls: 1000, status: 500 });
    await two.askYouTrack('DELETE', `${links}?issueKey=NEWQ-1`);
    await two.advance(hourMs / 3);
    await two.askTracker('DELETE', '/_sandbox/faults');
    await two.advance(2 * hourMs);
    expect(await readRemoteLinks(two, 'NEWQ-1')).toEqual([]);
    expect(await keysOf(two)).toEqual([]);
    await isSettled(two);
  },
);

test('a person’s removal by the new key removes it on both sides', async () => {
  const two = await openMoved();
  await two.askYouTrack('DELETE', `${links}?issueKey=NEWQ-1`);
  await two.advance(60_000);
  expect(await keysOf(two)).toEqual([]);
  expect(await readRemoteLinks(two, 'NEWQ-1')).toEqual([]);
  await isSettled(two);
});

test('what is made again right after its removal stays, on both sides', async () => {
  const two = await openMoved();
  await two.askYouTrack('DELETE', `${links}?issueKey=NEWQ-1`);
  await two.advance(100);
  await two.askYouTrack('POST', links, { issueKey: 'NEWQ-1' });
  await two.advance(60_000);
  expect(await keysOf(two)).toEqual(['NEWQ-1']);
  expect(await readRemoteLinks(two, 'NEWQ-1')).toHaveLength(1);
  await isSettled(two);
});

test('a link under the new key takes the place of that under the former one, and Tracker keeps its own', async () => {
  const two = await openMoved();
  const before = await readRemoteLinks(two, 'NEWQ-1');
  await two.askYouTrack('POST', links, { issueKey: 'NEWQ-1' });
  await two.advance(60_000);
  expect(await keysOf(two)).toEqual(['NEWQ-1']);
  expect(await readRemoteLinks(two, 'NEWQ-1')).toEqual(before);
  await isSettled(two);
});

test('Tracker is not asked about moves where all links are of one queue', async () => {
  const two = await openMoved();
  await two.askYouTrack('POST', `${links}`, { issueKey: 'TEST-2' });
  await two.advance(60_000);
  expect((await readCalls(two)).filter((call) => /issues\/[^/]+$/.test(call))).toEqual([]);
});

test('while Tracker cannot be asked the removal waits', async () => {
  const two = await openMoved();
  await two.askTracker('POST', '/_sandbox/faults', { calls: 2, status: 503 });
  await two.askYouTrack('DELETE', `${links}?issueKey=NEWQ-1`);
  await two.advance(2_000);
  expect(await keysOf(two)).toEqual(['TEST-1']);
  await two.advance(hourMs);
  expect(await keysOf(two)).toEqual([]);
  expect(await readRemoteLinks(two, 'NEWQ-1')).toEqual([]);
});

test('once a panel has shown it, the link is stored under the new key, with its author and time', async () => {
  const two = await openMoved();
  const [before] = (await readLinksOf(two, 'issues/DEMO-1')).links;
  const remote = await readRemoteLinks(two, 'NEWQ-1');
  const details = await two.askYouTrack('GET', addressOf('issues/DEMO-1', 'details?language=en'));
  expect(details.body).toMatchObject({ issues: [{ issueKey: 'TEST-1', currentKey: 'NEWQ-1' }] });
  await two.advance(10_000);
  expect((await readLinksOf(two, 'issues/DEMO-1')).links).toEqual([
    { ...before, issueKey: 'NEWQ-1', url: 'https://tracker.yandex.ru/NEWQ-1' },
  ]);
  await two.advance(2 * hourMs);
  expect(await keysOf(two)).toEqual(['NEWQ-1']);
  expect(await readRemoteLinks(two, 'NEWQ-1')).toEqual(remote);
  await isSettled(two);
});
