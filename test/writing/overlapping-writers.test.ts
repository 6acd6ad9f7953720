import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLinks } from '../../src/linking/create-links.ts';
import { removeLinks } from '../../src/linking/remove-links.ts';
import { decodeLinks } from '../../src/links/link-codec.ts';
import { liveLinks, noLinks } from '../../src/links/link-set.ts';
import { createOverlappingWorld } from '../support/overlapping-world.ts';

const minuteMs = 60_000;

interface Operation {
  readonly wish: 'live' | 'gone';
  readonly issueKey: string;
  /** When its transaction begins, and how long that lasts. */
  readonly at: number;
  readonly lastsMs: number;
}

function operationsOf(mostMs: number) {
  const operation = fc.record<Operation>({
    wish: fc.constantFrom('live', 'gone'),
    issueKey: fc.constantFrom('TEST-1', 'TEST-2'),
    at: fc.integer({ min: 0, max: 400 }).map((step) => step * 5),
    lastsMs: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: mostMs })),
  });
  return fc.uniqueArray(operation, { minLength: 2, maxLength: 6, selector: ({ at }) => at });
}

/** Short ones, one of which takes up to 25 minutes. */
const oneLong = fc
  .tuple(operationsOf(500), fc.integer({ min: 1, max: 25 * minuteMs }), fc.nat(5))
  .map(([short, lastsMs, which]) =>
    short.map((one, at) => (at === which % short.length ? { ...one, lastsMs } : one)),
  );

/** Of each link the operation that began last counts. */
function expectedOf(done: readonly Operation[]): string[] {
  const inOrder = [...done].sort((one, other) => one.at - other.at);
  const wishes = new Map(inOrder.map(({ issueKey, wish }) => [issueKey, wish]));
  return [...wishes.keys()].filter((issueKey) => wishes.get(issueKey) === 'live').sort();
}

function expectLastWish(operations: fc.Arbitrary<readonly Operation[]>): void {
  fc.assert(
    fc.property(operations, fc.nat(1_000), (done, seed) => {
      const world = createOverlappingWorld({ seed, settles: true });
      for (const { wish, issueKey, at, lastsMs } of done) {
        world.transact(
          at,
          (host) => {
            if (wish === 'live') createLinks(host, { issueKey, entityIds: undefined });
            else removeLinks(host, { issueKey, remoteKey: undefined });
          },
          lastsMs,
        );
      }
      world.runUntil(180 * minuteMs);
      const links = decodeLinks(world.stored());
      const live = liveLinks(links.ok ? links.value : noLinks).map(({ issueKey }) => issueKey);
      expect(live).toEqual(expectedOf(done));
    }),
    { numRuns: 200 },
  );
}

// Several that take many minutes beside each other are not promised: the looks of a removal may then miss, each time, the link that
// they are to take away, and it comes back after the last of them.
describe('of writers that overlap the last to begin has its wish, whoever commits last', () => {
  test('where all are done within 40 seconds', () => expectLastWish(operationsOf(40_000)));

  test('where one of them takes up to 25 minutes', () => expectLastWish(oneLong));
});
