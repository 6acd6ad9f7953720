import { describe, expect, test } from '@jest/globals';
import { createLinks } from '../../src/linking/create-links.ts';
import { removeLinks } from '../../src/linking/remove-links.ts';
import { decodeLinks } from '../../src/links/link-codec.ts';
import { liveLinks, noLinks } from '../../src/links/link-set.ts';
import type { Host } from '../../src/ports/youtrack.ts';
import { settleLinks } from '../../src/writing/settle-links.ts';
import { fakeEntity, fakeHost, fakeScope, settings as usual } from '../support/fake-host.ts';
import { idsOf, keyOf } from '../support/keys.ts';
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

describe('a removal', () => {
  test('is not undone by the looks of the addition, however many other links come and go', () => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    const host = fakeScope([issue]);
    createLinks(host, { issueKey: 'TEST-1', entityIds: undefined });
    removeLinks(host, { issueKey: 'TEST-1', remoteKey: undefined });
    const later = fakeScope([issue], { clock: { now: () => host.clock.now() + minute, random: () => 0 } });
    for (let number = 1; number <= 1_100; number += 1) {
      createLinks(later, { issueKey: `OTHER-${number}`, entityIds: undefined });
      removeLinks(later, { issueKey: `OTHER-${number}`, remoteKey: undefined });
    }
    settleLinks(later, host.scheduled[0]?.state ?? '');
    expect(liveKeys(issue.stored)).toEqual([]);
  });

  test('is not undone by a look that comes after it has been forgotten', () => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    const host = fakeHost([issue]);
    createLinks(host, { issueKey: 'TEST-1', entityIds: idsOf('DEMO-1') });
    issue.stored = '{"v":1,"links":[]}';
    const dayLater = { now: () => host.clock.now() + 24 * 60 * minute, random: host.clock.random };
    settleLinks(fakeHost([issue], { clock: dayLater }), host.scheduled[0]?.state ?? '');
    expect(liveKeys(issue.stored)).toEqual([]);
  });

  test('that was put off is made however late', () => {
    const issue = fakeEntity({ key: 'DEMO-1', stored: '{"v":1,"links":["TEST-1 +1 tracker вася"]}' });
    const readOnly = fakeHost([{ ...issue, store: { ...issue.store, write: refuseToWrite } }]);
    removeLinks(readOnly, { issueKey: 'TEST-1', remoteKey: keyOf('DEMO-1') });
    const later = { now: () => readOnly.clock.now() + 3 * 24 * 60 * minute, random: () => 0 };
    settleLinks(fakeHost([issue], { clock: later }), readOnly.scheduled[0]?.state ?? '');
    expect(liveKeys(issue.stored)).toEqual([]);
  });
});

function refuseToWrite(): never {
  throw new Error('this transaction may only read');
}

describe('one look', () => {
  function scheduledBy(entities: ReturnType<typeof fakeEntity>[], changes: Partial<Host> = {}): string {
    const host = fakeHost(entities, changes);
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

  test('takes a further step at every object it finds, after the links are as they should be', () => {
    const entities = ['DEMO-1', 'DEMO-2'].map((key) => fakeEntity({ key }));
    const settings = {
      ...usual,
      mirroring: { ...usual.mirroring, isConnected: true, applications: { issue: 'a' } },
    };
    const state = scheduledBy(entities, { settings });
    for (const entity of entities) entity.stored = undefined;
    const seen: string[] = [];
    const host = fakeHost(entities, { settings });
    settleLinks(host, state, () => ({ entity, change: { issueKey, wish }, memo, hasWritten }) => {
      const stored = entity.store.readText('trackerLinks');
      const live = liveKeys(stored.ok ? stored.value : undefined);
      seen.push(`${entity.key} ${issueKey} ${wish} ${live} ${hasWritten}`);
      return { memo };
    });
    expect(seen).toEqual(['DEMO-1 TEST-1 live TEST-1 true', 'DEMO-2 TEST-1 live TEST-1 true']);
  });

  test('leaves links alone that would not fit, says so, and comes back', () => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    const state = scheduledBy([issue]);
    const login = 'я'.repeat(255);
    const removals = Array.from(
      { length: 9_000 },
      (_, index) => `"GONE-${index + 1} -1767225600000 youtrack ${login}"`,
    );
    const full = `{"v":1,"links":[${removals}]}`;
    issue.stored = full;
    const host = fakeHost([issue]);
    expect(settleLinks(host, state)).toEqual({ ok: false, problem: { reason: 'no_room' } });
    expect(issue.stored === full).toBe(true);
    expect(host.scheduled).toHaveLength(1);
  });

  test('of an object that is gone is the last one', () => {
    const host = fakeHost([]);
    settleLinks(host, scheduledBy([fakeEntity({ key: 'DEMO-1' })]));
    expect(host.scheduled).toEqual([]);
  });
});
