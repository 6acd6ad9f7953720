import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addLink, type PendingChange, removeLink, toPendingChange } from '../../src/links/change-link.ts';
import { decodeLinks } from '../../src/links/link-codec.ts';
import { type LinkRecord, type LinkSet, liveLinks, noLinks } from '../../src/links/link-set.ts';
import { packLinks } from '../../src/links/pack-links.ts';
import { reapplyChange } from '../../src/links/reapply-change.ts';
import { storageLimits } from '../../src/links/storage-limits.ts';

const keys = ['QUEUE2-7', 'TEST-1', 'TEST-2'];

type Step =
  | {
      readonly do: 'operation';
      readonly key: string;
      readonly wish: 'live' | 'gone';
      readonly isStale: boolean;
    }
  | { readonly do: 'look'; readonly chain: number }
  | { readonly do: 'come and go'; readonly count: number };

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('operation' as const),
    key: fc.constantFrom(...keys),
    wish: fc.constantFrom('live' as const, 'gone' as const),
    isStale: fc.boolean(),
  }),
  fc.record({ do: fc.constant('look' as const), chain: fc.nat({ max: 30 }) }),
  fc.record({ do: fc.constant('come and go' as const), count: fc.integer({ min: 1, max: 1_200 }) }),
);

test('whatever was done, lost, looked after and forgotten, the last writer of a link decides', () => {
  fc.assert(
    fc.property(
      fc.array(steps, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 80_000 }),
      fc.boolean(),
      run,
    ),
    { numRuns: 150 },
  );
});

/**
 * Every step a little later than the one before; all together take less than the shortest memory of a removal. When
 * all transactions have ended each operation is looked after twice more, in this order or the other.
 */
function run(taken: readonly Step[], stepMs: number, isLastFirst: boolean): void {
  const world = createWorld();
  const lastWish = new Map<string, 'live' | 'gone'>();
  for (const [index, step] of taken.entries()) {
    world.now = 1_767_225_600_000 + index * stepMs;
    if (step.do === 'operation') {
      lastWish.set(step.key, step.wish);
      world.operate(step);
    } else if (step.do === 'look') world.look(step.chain);
    else world.comeAndGo(step.count);
  }
  const chains = taken.map((_, chain) => chain);
  if (isLastFirst) chains.reverse();
  for (const chain of [...chains, ...chains]) world.look(chain);
  const expected = keys.filter((key) => lastWish.get(key) === 'live');
  expect(liveLinks(world.stored).map(({ issueKey }) => issueKey)).toEqual([...expected].sort());
}

function createWorld() {
  const chains: PendingChange[] = [];
  let before: LinkSet = noLinks;
  const world = {
    now: 0,
    stored: noLinks,
    /** On what is stored, or on what was stored before the last write: then that write is lost. */
    operate({ key, wish, isStale }: Extract<Step, { do: 'operation' }>) {
      const links = isStale ? before : world.stored;
      const author = { now: world.now, login: 'вася', via: 'youtrack' } as const;
      const change = (wish === 'live' ? addLink : removeLink)(links, key, author);
      chains.push(toPendingChange(change));
      if (change.isEffective) write(new Map(links).set(key, change.record));
    },
    look(chain: number) {
      const pending = chains[chain];
      if (pending !== undefined) write(reapplyChange(world.stored, pending).links);
    },
    comeAndGo(count: number) {
      const removed = { at: world.now, by: 'jane', via: 'tracker' } as const;
      const others = Array.from({ length: count }, (_, index): [string, LinkRecord] => [
        `GONE-${index + 1}`,
        { removed },
      ]);
      write(new Map([...world.stored, ...others]));
    },
  };

  function write(links: LinkSet): void {
    before = world.stored;
    const packed = packLinks(links, world.now, storageLimits.storedBytes);
    const decoded = decodeLinks(packed.ok ? packed.value : undefined);
    world.stored = decoded.ok ? decoded.value : noLinks;
  }

  return world;
}
