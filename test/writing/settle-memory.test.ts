import { describe, expect, test } from '@jest/globals';
import { toPendingChange } from '../../src/links/change-link.ts';
import type { LinkSet } from '../../src/links/link-set.ts';
import { rememberRecent, withKnown, withoutStaleMemory } from '../../src/writing/settle-memory.ts';
import { changeOf, start } from './support/mirrored.ts';

const twoMinutesMs = 120_000;
const dayMs = 24 * 3_600_000;

function linksAddedAt(...times: readonly number[]): LinkSet {
  return new Map(
    times.map((at, index) => [`TEST-${index + 1}`, { added: { at, by: 'вася', via: 'youtrack' } }]),
  );
}

describe('what a look remembers of others', () => {
  test('reaches back two minutes, and not a moment further', () => {
    const links = linksAddedAt(start - twoMinutesMs - 1, start - twoMinutesMs, start);
    expect([...rememberRecent(links, start, 1).keys()]).toEqual(['TEST-3', 'TEST-2']);
  });

  test.each([
    [1, 200],
    [2, 100],
    [3, 67],
    [200, 1],
    [300, 1],
  ])('is shared by the %d objects of a chain: %d of the newest each', (entities, expected) => {
    const links = linksAddedAt(...Array.from({ length: 250 }, (_, index) => start - 250 + index));
    const remembered = [...rememberRecent(links, start, entities).keys()];
    expect(remembered).toEqual(Array.from({ length: expected }, (_, index) => `TEST-${250 - index}`));
  });
});

describe('what the next look is to know', () => {
  const change = toPendingChange(changeOf({ at: start - dayMs }));
  const recent: LinkSet = new Map([['OTHER-1', { added: { at: start, by: 'bot', via: 'tracker' } }]]);

  test("is the operation's own link, however old, and what others have just done", () => {
    const [own] = [...change.known.values()];
    expect(withKnown(change, recent)).toEqual({
      ...change,
      known: new Map([
        ['TEST-1', own],
        ['OTHER-1', recent.get('OTHER-1')],
      ]),
    });
  });

  test('is no longer what an earlier look has seen of others', () => {
    expect([
      ...withKnown({ ...change, known: new Map([...change.known, ...recent]) }, new Map()).known.keys(),
    ]).toEqual(['TEST-1']);
  });

  test('names no link of which nothing is known', () => {
    expect(withKnown({ ...change, known: new Map() }, recent).known).toEqual(recent);
  });
});

describe('a look that is late', () => {
  test.each([
    ['live', dayMs - 1, 'all of it'],
    ['live', dayMs, 'nothing'],
    ['gone', dayMs - 1, 'all of it'],
    ['gone', dayMs, 'the removal alone'],
  ] as const)('wishing the link %s after %d ms still does %s', (wish, ageMs, expected) => {
    const change = toPendingChange(changeOf({ wish, at: start - ageMs }));
    const known = {
      'all of it': change,
      nothing: undefined,
      'the removal alone': { ...change, known: new Map() },
    };
    expect(withoutStaleMemory(change, start)).toEqual(known[expected]);
  });
});
