import { describe, expect, test } from '@jest/globals';
import { createLinks } from '../../src/linking/create-links.ts';
import { removeLinks } from '../../src/linking/remove-links.ts';
import { decodeLinks } from '../../src/links/link-codec.ts';
import { liveLinks, noLinks } from '../../src/links/link-set.ts';
import { settleLinks } from '../../src/writing/settle-links.ts';
import { fakeEntity, fakeHost } from '../support/fake-host.ts';
import { idsOf } from '../support/keys.ts';
import { createOverlappingWorld, type OverlappingWorld, seededRandom } from '../support/overlapping-world.ts';

const writers = 200;
const minute = 60_000;

function liveKeys(stored: string | undefined): string[] {
  const links = decodeLinks(stored);
  return liveLinks(links.ok ? links.value : noLinks).map(({ issueKey }) => issueKey);
}

function add(world: OverlappingWorld, at: number, issueKey: string): void {
  world.transact(at, (host) => createLinks(host, { issueKey, entityIds: undefined }));
}

function remove(world: OverlappingWorld, at: number, issueKey: string): void {
  world.transact(at, (host) => removeLinks(host, { issueKey, remoteKey: undefined }));
}

/** Two hundred links made within 0.3 s, every fourth one removed half a second after it was made. */
function burst(options: { seed: number; settles: boolean }) {
  const world = createOverlappingWorld(options);
  const random = seededRandom(options.seed + 1_000);
  const expected: string[] = [];
  for (let number = 1; number <= writers; number += 1) {
    const at = random() * 300;
    add(world, at, `TEST-${number}`);
    if (number % 4 === 0) remove(world, at + 500, `TEST-${number}`);
    else expected.push(`TEST-${number}`);
  }
  return { world, expected };
}

describe('operations that overlap', () => {
  test.each([1, 2])('all take effect within 30 seconds, though 200 write at once (seed %d)', (seed) => {
    const { world, expected } = burst({ seed, settles: true });
    world.runUntil(30_000);
    expect(liveKeys(world.stored())).toEqual(expected);
    world.runUntil(60 * minute);
    expect(liveKeys(world.stored())).toEqual(expected);
    expect(world.looks.length).toBeLessThanOrEqual(9 * (writers + writers / 4));
  });

  test('lose links when nobody looks after them', () => {
    const { world, expected } = burst({ seed: 1, settles: false });
    world.runUntil(60 * minute);
    expect(liveKeys(world.stored()).length).toBeLessThan(expected.length / 2);
  });

  test('are looked after five times on a quiet object, the last time at least half an hour later', () => {
    const world = createOverlappingWorld({ seed: 7, settles: true });
    add(world, 0, 'TEST-1');
    world.runUntil(24 * 60 * minute);
    expect(world.looks).toHaveLength(5);
    expect(world.looks.at(-1)).toBeGreaterThanOrEqual(30 * minute);
  });

  test('survive a transaction that began before them and ends half an hour after them', () => {
    const world = createOverlappingWorld({ seed: 3, settles: true });
    add(world, 0, 'TEST-1');
    world.runUntil(25 * minute);
    world.transact(25 * minute, ({ own }) =>
      own.store.write({ trackerLinks: '{"v":1,"links":[]}', hasTrackerLinks: false }),
    );
    world.runUntil(25 * minute + 1_000);
    expect(liveKeys(world.stored())).toEqual([]);
    world.runUntil(60 * minute);
    expect(liveKeys(world.stored())).toEqual(['TEST-1']);
  });
});

describe('one look', () => {
  function scheduledBy(entities: ReturnType<typeof fakeEntity>[]): string {
    const host = fakeHost(entities);
    createLinks(host, { issueKey: 'TEST-1', entityIds: idsOf(...entities.map(({ key }) => key)) });
    return host.scheduled[0]?.state ?? '';
  }

  test('that finds everything in place writes nothing and comes back later', () => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    const state = scheduledBy([issue]);
    const host = fakeHost([issue]);
    settleLinks(host, state);
    expect(issue.writes).toBe(1);
    expect(host.scheduled).toMatchObject([{ name: 'settleLinks', delayMs: 5_625 }]);
  });

  test('corrects a flag that disagrees with the links', () => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    const state = scheduledBy([issue]);
    issue.flag = false;
    settleLinks(fakeHost([issue]), state);
    expect(issue.flag).toBe(true);
  });

  test('looks at all objects of the operation, and restores only what is missing', () => {
    const entities = ['DEMO-1', 'DEMO-2', 'DEMO-3'].map((key) => fakeEntity({ key }));
    const state = scheduledBy(entities);
    const [first, second] = entities;
    if (first) first.stored = undefined;
    const host = fakeHost(entities);
    settleLinks(host, state);
    expect(liveKeys(first?.stored)).toEqual(['TEST-1']);
    expect([first?.writes, second?.writes]).toEqual([2, 1]);
    expect(host.scheduled).toHaveLength(1);
  });

  test.each(['{oops', '{"v":2,"links":{}}'])('leaves %j alone and comes back no more', (stored) => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    const state = scheduledBy([issue]);
    issue.stored = stored;
    const host = fakeHost([issue]);
    settleLinks(host, state);
    expect([issue.stored, host.scheduled]).toEqual([stored, []]);
  });

  test('of an object that is gone is the last one', () => {
    const host = fakeHost([]);
    settleLinks(host, scheduledBy([fakeEntity({ key: 'DEMO-1' })]));
    expect(host.scheduled).toEqual([]);
  });
});
