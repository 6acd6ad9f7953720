import { afterEach, expect, test } from '@jest/globals';
import { mirroredWorld } from './support/mirrored-world.ts';
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
const links = addressOf('issues/DEMO-1', 'links');
const bothModes = ['writable', 'readonly'] as const;

let sides: TwoSides | undefined;
afterEach(async () => {
  await sides?.close();
  sides = undefined;
});

/** DEMO-1 is linked to TEST-1 and TEST-2, both sides know it, and since then TEST-1 has become NEWQ-1. */
async function openMoved(flags: Parameters<typeof openTwoSides>[1] = {}): Promise<TwoSides> {
  sides = await openTwoSides(mirroredWorld(), flags);
  await sides.askYouTrack('POST', links, { issueKeys: ['TEST-1', 'TEST-2'] });
  await sides.advance(2 * hourMs);
  await sides.askTracker('POST', '/_sandbox/issues/TEST-1/move', { queue: 'NEWQ' });
  return sides;
}

async function keysOf(two: TwoSides, entity = 'issues/DEMO-1'): Promise<readonly string[]> {
  return (await readLinksOf(two, entity)).links.map(({ issueKey }) => issueKey);
}

async function readOwed(two: TwoSides): Promise<readonly unknown[]> {
  const { body } = await two.askYouTrack('GET', adminOwed, undefined, 'admin');
  return (body as { readonly owed: readonly unknown[] }).owed;
}

/** Tracker's reports of what happens meanwhile come within seconds. */
async function rest(two: TwoSides): Promise<void> {
  for (let step = 0; step < 20; step += 1) await two.advance(3_000);
  await two.advance(2 * hourMs);
  await two.advance(10_000);
}

function failFor(two: TwoSides, calls: number): Promise<unknown> {
  return two.askTracker('POST', '/_sandbox/faults', { calls, status: 503 });
}

function mend(two: TwoSides): Promise<unknown> {
  return two.askTracker('DELETE', '/_sandbox/faults');
}

test.each(bothModes)(
  'a removal by the new key waits for days until Tracker answers, where everybody can see it, and DELETE is %s',
  async (deletes) => {
    const two = await openMoved({ deletes });
    await failFor(two, 10_000);
    await two.askYouTrack('DELETE', `${links}?issueKey=NEWQ-1`);
    await two.advance(50 * hourMs);
    const problem = { kind: 'failing' };
    expect(await readOwed(two)).toMatchObject([
      { key: 'DEMO-1', issueKey: 'NEWQ-1', wish: 'gone', state: 'pending', problem },
    ]);
    expect((await readLinksOf(two, 'issues/DEMO-1')).owed).toMatchObject([{ issueKey: 'NEWQ-1', problem }]);
    expect(await keysOf(two)).toEqual(['TEST-1', 'TEST-2']);
    await mend(two);
    await two.advance(hourMs);
    await rest(two);
    expect(await keysOf(two)).toEqual(['TEST-2']);
    expect(await readRemoteLinks(two, 'NEWQ-1')).toEqual([]);
    expect(await readOwed(two)).toEqual([]);
  },
);

test.each(bothModes)(
  'a removal by the new key is carried out though the looks after it are lost, where DELETE is %s',
  async (deletes) => {
    const two = await openMoved({ deletes });
    await failFor(two, 10_000);
    await two.askYouTrack('DELETE', `${links}?issueKey=NEWQ-1`);
    await two.advance(2_000);
    two.running.sandbox.jobs.forget('tracker-links');
    await mend(two);
    await two.advance(hourMs);
    await rest(two);
    expect(await keysOf(two)).toEqual(['TEST-2']);
    expect(await readRemoteLinks(two, 'NEWQ-1')).toEqual([]);
    expect(await readOwed(two)).toEqual([]);
  },
);

test('a question can be tried again and dropped like anything that is owed', async () => {
  const two = await openMoved();
  await failFor(two, 10_000);
  await two.askYouTrack('DELETE', `${links}?issueKey=NEWQ-1`);
  await two.advance(2 * hourMs);
  const retried = await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links/retry'), {});
  expect(retried.body).toEqual({ key: 'DEMO-1', retried: ['NEWQ-1'] });
  const dropped = await two.askYouTrack('POST', `${adminOwed}/drop`, { issueKey: 'NEWQ-1' }, 'admin');
  expect(dropped.body).toEqual({ changed: 1 });
  await mend(two);
  await two.advance(hourMs);
  await rest(two);
  expect(await keysOf(two)).toEqual(['TEST-1', 'TEST-2']);
  expect(await readOwed(two)).toEqual([]);
});

test('no panel stores a link under its new key while Tracker is still to be asked what was removed', async () => {
  const two = await openMoved();
  await failFor(two, 10_000);
  await two.askYouTrack('DELETE', `${links}?issueKey=NEWQ-1`);
  await two.advance(2 * hourMs);
  await mend(two);
  await two.askYouTrack('GET', addressOf('issues/DEMO-1', 'details?language=en'));
  await rest(two);
  expect(await keysOf(two)).toEqual(['TEST-2']);
  expect(await readRemoteLinks(two, 'NEWQ-1')).toEqual([]);
});

test('removing what never was there asks Tracker once, and leaves nothing behind', async () => {
  const two = await openMoved();
  await two.askYouTrack('DELETE', `${links}?issueKey=TEST-7`);
  await rest(two);
  expect(await keysOf(two)).toEqual(['TEST-1', 'TEST-2']);
  expect((await readCalls(two)).filter((call) => call === 'GET /v3/issues/TEST-7')).toHaveLength(1);
  expect(await readOwed(two)).toEqual([]);
});

test.each(bothModes)(
  'what Tracker reports as removed is not made again by a move of the object right after it, where DELETE is %s',
  async (deletes) => {
    const two = await openMoved({ deletes });
    const [link] = await readRemoteLinks(two, 'NEWQ-1');
    await two.askTracker('DELETE', `/_sandbox/issues/NEWQ-1/links/${link?.id}`);
    await two.askYouTrack('POST', '/api/issues/DEMO-1/project', { shortName: 'OPS' }, 'admin');
    await rest(two);
    expect(await keysOf(two, 'issues/OPS-1')).toEqual(['TEST-2']);
    expect(await readRemoteLinks(two, 'NEWQ-1')).toEqual([]);
    expect(await readOwed(two)).toEqual([]);
  },
);

test('what a list that is set leaves out goes under the former key as well, although Tracker has it', async () => {
  const two = await openMoved();
  const set = (issueKey: string, entityIds: readonly string[]) =>
    two.askYouTrack('PUT', `${globalLinks}?kind=issue`, { issueKey, entityIds }, 'robot');
  await set('TEST-3', ['DEMO-2']);
  await two.askYouTrack('POST', '/api/issues/DEMO-2/project', { shortName: 'OPS' }, 'admin');
  await two.advance(60_000);
  await two.askTracker('POST', '/_sandbox/issues/TEST-3/move', { queue: 'NEWQ' });
  await set('NEWQ-2', ['DEMO-2']);
  await set('NEWQ-2', ['DEMO-3']);
  await rest(two);
  expect(await keysOf(two, 'issues/DEMO-2')).toEqual([]);
  expect(await readOwed(two)).toEqual([]);
});

test.each([[['DEMO-3']], [[]]])(
  'what a list that is set under the new key leaves out goes, though all lies under the former one: %j',
  async (entityIds) => {
    const two = await openMoved();
    const set = (issueKey: string, keys: readonly string[]) =>
      two.askYouTrack('PUT', `${globalLinks}?kind=issue`, { issueKey, entityIds: keys }, 'robot');
    await set('TEST-3', ['DEMO-2', 'DEMO-3']);
    await rest(two);
    await two.askTracker('POST', '/_sandbox/issues/TEST-3/move', { queue: 'NEWQ' });
    await failFor(two, 2);
    await set('NEWQ-2', entityIds);
    await rest(two);
    expect(await keysOf(two, 'issues/DEMO-2')).toEqual([]);
    expect(await keysOf(two, 'issues/DEMO-3')).toEqual(entityIds.map(() => 'NEWQ-2'));
    expect(await keysOf(two)).toEqual(['TEST-1', 'TEST-2']);
    expect(await readOwed(two)).toEqual([]);
  },
);

test('an issue that has come back to its queue under a third key is still the same one', async () => {
  const two = await openMoved();
  const back = await two.askTracker('POST', '/_sandbox/issues/NEWQ-1/move', { queue: 'TEST' });
  const { key } = back.body as { readonly key: string };
  expect(key).toMatch(/^TEST-/);
  await two.askYouTrack('POST', links, { issueKey: key });
  await rest(two);
  expect(await keysOf(two)).toEqual(['TEST-2', key]);
  expect(await readRemoteLinks(two, key)).toHaveLength(1);
  await two.askYouTrack('DELETE', `${links}?issueKey=${key}`);
  await rest(two);
  expect(await keysOf(two)).toEqual(['TEST-2']);
  expect(await readRemoteLinks(two, key)).toEqual([]);
  expect(await readOwed(two)).toEqual([]);
});

test.each(bothModes)(
  'and a removal by that key alone is meant for it, where DELETE is %s',
  async (deletes) => {
    const two = await openMoved({ deletes });
    const back = await two.askTracker('POST', '/_sandbox/issues/NEWQ-1/move', { queue: 'TEST' });
    const { key } = back.body as { readonly key: string };
    await two.askYouTrack('DELETE', `${links}?issueKey=${key}`);
    await rest(two);
    expect(await keysOf(two)).toEqual(['TEST-2']);
    expect(await readRemoteLinks(two, key)).toEqual([]);
    expect(await readOwed(two)).toEqual([]);
  },
);

test('a link that was found in place, and was on its way out, is told to Tracker once it is there again', async () => {
  const world = mirroredWorld({ isRegistered: false });
  sides = await openTwoSides(world, { deletes: 'readonly', writes: 'overlapping' });
  const two = sides;
  const report = { issueKey: 'TEST-1', entityIds: ['DEMO-1'] };
  await two.askYouTrack('POST', `${globalLinks}?kind=issue`, report, 'robot');
  await two.advance(hourMs);
  expect(await keysOf(two)).toEqual(['TEST-1']);
  const removal = `${globalLinks}?kind=issue&issueKey=TEST-1&remoteKey=DEMO-1`;
  expect((await two.askYouTrack('DELETE', removal, undefined, 'robot')).status).toBe(202);
  await two.advance(100);
  await two.askYouTrack('POST', links, { issueKey: 'TEST-1' });
  await rest(two);
  expect(await keysOf(two)).toEqual(['TEST-1']);
  expect(await readRemoteLinks(two, 'TEST-1')).toHaveLength(1);
  expect(await readOwed(two)).toEqual([]);
});
