import { afterEach, expect, test } from '@jest/globals';
import { applications, mirroredWorld } from './support/mirrored-world.ts';
import { addressOf, openTwoSides, readLinksOf, readRemoteLinks, type TwoSides } from './support/two-sides.ts';

const links = addressOf('issues/DEMO-1', 'links');

let sides: TwoSides | undefined;
afterEach(async () => {
  await sides?.close();
  sides = undefined;
});

/**
 * Tracker was told in vain of a link, and then that it is gone, so it may yet report a removal of our own; then somebody links the
 * issue on Tracker's side, and removes that link there.
 */
async function openRemoved(fault: object): Promise<TwoSides> {
  const two = await openTwoSides(mirroredWorld());
  sides = two;
  await two.askTracker('POST', '/_sandbox/faults', { calls: 1, status: 404, method: 'POST' });
  await two.askYouTrack('POST', links, { issueKey: 'TEST-1' });
  await two.advance(2_000);
  await two.askYouTrack('DELETE', `${links}?issueKey=TEST-1`);
  await two.advance(1_500);
  await two.askTracker('POST', '/_sandbox/issues/TEST-1/links', {
    application: applications.issue,
    key: 'DEMO-1',
  });
  // Until YouTrack has been told.
  await two.advance(1);
  expect((await readLinksOf(two, 'issues/DEMO-1')).links).toMatchObject([{ via: 'tracker' }]);
  const [link] = await readRemoteLinks(two, 'TEST-1');
  await two.askTracker('POST', '/_sandbox/faults', fault);
  await two.askTracker('DELETE', `/_sandbox/issues/TEST-1/links/${link?.id}`);
  return two;
}

test('a removal in Tracker is not undone while Tracker does not say whose it was', async () => {
  const two = await openRemoved({ calls: 2, status: 500 });
  await two.advance(2_000);
  await two.askYouTrack('POST', addressOf('issues/DEMO-1', 'links/retry'), {});
  await two.advance(60_000);
  expect((await readLinksOf(two, 'issues/DEMO-1')).links).toEqual([]);
  expect(await readRemoteLinks(two, 'TEST-1')).toEqual([]);
  await two.advance(3_600_000);
  expect(await readRemoteLinks(two, 'TEST-1')).toEqual([]);
  expect((await readLinksOf(two, 'issues/DEMO-1')).owed).toBeUndefined();
});

test('so it is though Tracker is in trouble for longer than a chain of calls goes on', async () => {
  const two = await openRemoved({ calls: 1_000, status: 500 });
  await two.advance(4 * 3_600_000);
  await two.askTracker('DELETE', '/_sandbox/faults');
  await two.advance(2 * 3_600_000);
  expect((await readLinksOf(two, 'issues/DEMO-1')).links).toEqual([]);
  expect(await readRemoteLinks(two, 'TEST-1')).toEqual([]);
});

test('a link that is added once more meanwhile stays, and is told once Tracker answers', async () => {
  const two = await openRemoved({ calls: 1_000, status: 500 });
  await two.advance(60_000);
  const { body } = await two.askYouTrack('POST', links, { issueKey: 'TEST-1' });
  expect(body).toMatchObject({ linked: ['DEMO-1'], alreadyLinked: [] });
  await two.advance(3_600_000);
  await two.askTracker('DELETE', '/_sandbox/faults');
  await two.advance(2 * 3_600_000);
  const { links: left, owed } = await readLinksOf(two, 'issues/DEMO-1');
  expect([left, owed]).toMatchObject([[{ via: 'youtrack', mirror: { state: 'mirrored' } }], undefined]);
  expect(await readRemoteLinks(two, 'TEST-1')).toMatchObject([{ name: 'issue DEMO-1' }]);
});
