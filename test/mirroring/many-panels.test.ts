import { afterEach, expect, test } from '@jest/globals';
import { mirroredWorld } from './support/mirrored-world.ts';
import { type Answered, addressOf, openTwoSides, readCalls, type TwoSides } from './support/two-sides.ts';

const panels = 10;
const linksEach = 40;

let sides: TwoSides | undefined;
afterEach(async () => {
  await sides?.close();
  sides = undefined;
});

/** Ten issues, each with forty links of its own. */
async function open(): Promise<TwoSides> {
  const stored = Object.fromEntries(
    Array.from({ length: panels }, (_, panel) => [
      `DEMO-${panel + 1}`,
      { hasTrackerLinks: true, trackerLinks: JSON.stringify({ v: 1, links: keysOf(panel).map(toEntry) }) },
    ]),
  );
  const world = mirroredWorld({
    issues: panels,
    trackerIssues: panels * linksEach,
    stored: { Issue: stored },
  });
  sides = await openTwoSides(world);
  return sides;
}

function keysOf(panel: number): readonly string[] {
  return Array.from({ length: linksEach }, (_, index) => `TEST-${panel * linksEach + index + 1}`);
}

function toEntry(issueKey: string): string {
  return `${issueKey} +1767225600000 youtrack jane`;
}

/** What every panel asks for, at the same moment. */
function askAll(two: TwoSides, path: string): Promise<readonly Answered[]> {
  return Promise.all(
    Array.from({ length: panels }, (_, panel) =>
      two.askYouTrack('GET', addressOf(`issues/DEMO-${panel + 1}`, path)),
    ),
  );
}

function countKeys(answers: readonly Answered[]): readonly number[] {
  return answers.map(({ body }) => (body as { links?: unknown[] }).links?.length ?? 0);
}

function countDetails(answers: readonly Answered[]): number {
  return answers.filter(({ body }) => (body as { issues: unknown[] }).issues.length === linksEach).length;
}

test('ten panels opened at once ask Tracker ten times in all, and never more than five times a second', async () => {
  const two = await open();
  expect(countKeys(await askAll(two, 'panel'))).toEqual(Array(panels).fill(linksEach));
  expect(await readCalls(two)).toEqual([]);

  expect(countDetails(await askAll(two, 'details?language=en'))).toBe(5);
  expect(await readCalls(two)).toEqual(Array(5).fill('POST /v3/issues/_search'));
  await two.advance(1_000);
  expect(countDetails(await askAll(two, 'details?language=en'))).toBe(5);
  await two.advance(200);
  expect(countDetails(await askAll(two, 'details?language=en'))).toBe(panels);
  await two.advance(30_000);
  expect(countDetails(await askAll(two, 'details?language=en'))).toBe(panels);
  expect(await readCalls(two)).toEqual(Array(panels).fill('POST /v3/issues/_search'));
});

test('while Tracker is dead every panel has its keys, for which Tracker is not asked', async () => {
  const two = await open();
  await two.askTracker('POST', '/_sandbox/faults', { calls: 10_000, drop: true });
  expect(countKeys(await askAll(two, 'panel'))).toEqual(Array(panels).fill(linksEach));
  expect(await readCalls(two)).toEqual([]);

  const details = await askAll(two, 'details?language=en');
  expect(details.map(({ status }) => status)).toEqual(Array(panels).fill(200));
  for (const { body } of details.slice(0, 5))
    expect(body).toMatchObject({ isShown: true, issues: [], problem: { kind: 'unreachable' } });
});

test('adding and removing ask Tracker nothing, so it does not matter how slow it is', async () => {
  const two = await open();
  await two.askTracker('POST', '/_sandbox/faults', { calls: 10_000, delayMs: 10_000 });
  const links = addressOf('issues/DEMO-1', 'links');
  const added = await two.askYouTrack('POST', links, { issueKey: 'TEST-400' });
  expect(added.body).toEqual({ issueKey: 'TEST-400', linked: ['DEMO-1'], alreadyLinked: [] });
  expect((await two.askYouTrack('DELETE', `${links}?issueKey=TEST-1`)).status).toBe(200);
  expect(await readCalls(two)).toEqual([]);
});
