import { expect, test } from '@jest/globals';
import type { LinkRecord } from '../../src/links/link-set.ts';
import { pruneLinkSet } from '../../src/links/prune-link-set.ts';

const now = 1_767_225_600_000;
const day = 24 * 60 * 60 * 1_000;

function stampAt(at: number) {
  return { at, by: 'jane', via: 'youtrack' } as const;
}

test('a removal is remembered for thirty days, a link for ever', () => {
  const links = new Map<string, LinkRecord>([
    ['OLD-1', { added: stampAt(0) }],
    ['GONE-1', { added: stampAt(0), removed: stampAt(now - 30 * day) }],
    ['GONE-2', { added: stampAt(0), removed: stampAt(now - 30 * day + 1) }],
    ['GONE-3', { removed: stampAt(now) }],
  ]);
  expect([...pruneLinkSet(links, now).keys()].sort()).toEqual(['GONE-2', 'GONE-3', 'OLD-1']);
});

test('of too many removals the newest are remembered', () => {
  const links = new Map<string, LinkRecord>();
  for (let number = 1; number <= 1_200; number += 1)
    links.set(`GONE-${number}`, { removed: stampAt(now - number) });
  const kept = pruneLinkSet(links, now);
  expect(kept.size).toBe(1_000);
  expect(kept.has('GONE-1000')).toBe(true);
  expect(kept.has('GONE-1001')).toBe(false);
});
