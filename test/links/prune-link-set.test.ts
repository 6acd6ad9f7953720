import { expect, test } from '@jest/globals';
import type { LinkRecord } from '../../src/links/link-set.ts';
import { pruneLinkSet } from '../../src/links/prune-link-set.ts';

const now = 1_767_225_600_000;
const tombstoneMs = 30 * 24 * 60 * 60 * 1_000;

function stampAt(at: number) {
  return { at, by: 'вася', via: 'youtrack' } as const;
}

test('a removal is remembered for so long, a link for ever', () => {
  const links = new Map<string, LinkRecord>([
    ['OLD-1', { added: stampAt(0) }],
    ['OLD-2', { added: stampAt(1), removed: stampAt(0) }],
    ['GONE-1', { added: stampAt(0), removed: stampAt(now - tombstoneMs) }],
    ['GONE-2', { added: stampAt(0), removed: stampAt(now - tombstoneMs + 1) }],
    ['GONE-3', { removed: stampAt(now) }],
  ]);
  const kept = [...pruneLinkSet(links, { now, tombstoneMs }).keys()];
  expect(kept).toEqual(['OLD-1', 'OLD-2', 'GONE-2', 'GONE-3']);
});

test('no number of removals is too large to remember them all', () => {
  const links = new Map<string, LinkRecord>();
  for (let number = 1; number <= 5_000; number += 1)
    links.set(`GONE-${number}`, { removed: stampAt(now - number) });
  expect(pruneLinkSet(links, { now, tombstoneMs })).toBe(links);
});
