import { afterEach, expect, test } from '@jest/globals';
import { mirroredWorld } from './support/mirrored-world.ts';
import { addressOf, openTwoSides, readLinksOf, readRemoteLinks, type TwoSides } from './support/two-sides.ts';

const links = addressOf('issues/DEMO-1', 'links');

let sides: TwoSides | undefined;
afterEach(async () => {
  await sides?.close();
  sides = undefined;
});

/** A removal was under way when the link was made again; Tracker has just been told that the link stays. */
async function openMadeAgain(): Promise<TwoSides> {
  sides = await openTwoSides(mirroredWorld());
  await sides.askYouTrack('POST', links, { issueKey: 'TEST-1' });
  await sides.advance(60_000);
  await sides.askTracker('POST', '/_sandbox/faults', { calls: 1, status: 503 });
  await sides.askYouTrack('DELETE', `${links}?issueKey=TEST-1`);
  await sides.advance(2_000);
  await sides.askYouTrack('POST', links, { issueKey: 'TEST-1' });
  await sides.advance(10_000);
  expect(await readRemoteLinks(sides, 'TEST-1')).toHaveLength(1);
  return sides;
}

async function removeInTracker(two: TwoSides, fault?: unknown): Promise<void> {
  const [link] = await readRemoteLinks(two, 'TEST-1');
  if (fault !== undefined) await two.askTracker('POST', '/_sandbox/faults', fault);
  await two.askTracker('DELETE', `/_sandbox/issues/TEST-1/links/${link?.id}`);
}

test('what somebody removes in Tracker right after it was told of the link is removed here as well', async () => {
  const two = await openMadeAgain();
  await removeInTracker(two);
  await two.advance(5_000);
  expect((await readLinksOf(two, 'issues/DEMO-1')).links).toEqual([]);
  await two.advance(3_600_000);
  expect(await readRemoteLinks(two, 'TEST-1')).toEqual([]);
});

test('so it is though Tracker cannot be asked at first', async () => {
  const two = await openMadeAgain();
  await removeInTracker(two, { calls: 2, drop: true });
  await two.advance(60_000);
  expect((await readLinksOf(two, 'issues/DEMO-1')).links).toEqual([]);
});
