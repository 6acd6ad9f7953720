import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeLinks } from '../../src/links/link-codec.ts';
import { liveLinks } from '../../src/links/link-set.ts';
import { covers, mergeLinkSets, mergeRecords } from '../../src/links/merge-link-sets.ts';
import { linkSets, records } from './arbitraries.ts';

const at = 1_767_225_600_000;
const added = { at, by: 'jane', via: 'youtrack' } as const;

describe('merging two states of links', () => {
  test('gives the same whichever comes first', () => {
    fc.assert(
      fc.property(linkSets, linkSets, (one, other) => {
        expect(encodeLinks(mergeLinkSets(one, other))).toBe(encodeLinks(mergeLinkSets(other, one)));
      }),
    );
  });

  test('gives the same however three are grouped', () => {
    fc.assert(
      fc.property(linkSets, linkSets, linkSets, (one, two, three) => {
        const left = mergeLinkSets(mergeLinkSets(one, two), three);
        const right = mergeLinkSets(one, mergeLinkSets(two, three));
        expect(encodeLinks(left)).toBe(encodeLinks(right));
      }),
    );
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(linkSets, linkSets, (one, other) => {
        const merged = mergeLinkSets(one, other);
        expect(encodeLinks(mergeLinkSets(merged, other))).toBe(encodeLinks(merged));
        expect(encodeLinks(mergeLinkSets(merged, merged))).toBe(encodeLinks(merged));
      }),
    );
  });

  test('gives a record that covers both', () => {
    fc.assert(
      fc.property(records, records, (one, other) => {
        const merged = mergeRecords(one, other);
        return covers(merged, one) && covers(merged, other);
      }),
    );
  });

  test('that say the same, one of them read anew, is covered by either', () => {
    fc.assert(
      fc.property(records, (record) => covers(record, structuredClone(record)) && covers(record, {})),
    );
    expect(covers(undefined, {})).toBe(true);
    expect(covers(undefined, { added })).toBe(false);
    expect(covers({ added }, { removed: added })).toBe(false);
  });

  test.each([
    { what: 'the later one', one: added, other: { ...added, at: at + 1 } },
    { what: 'at the same instant the later login', one: added, other: { ...added, by: 'вася' } },
    {
      what: 'of the same login the later side',
      one: { ...added, via: 'tracker' as const },
      other: added,
    },
  ])('keeps of two stamps $what', ({ one, other }) => {
    expect(mergeRecords({ added: one }, { added: other })).toStrictEqual({ added: other });
    expect(mergeRecords({ removed: other }, { removed: one })).toStrictEqual({ removed: other });
  });

  test('lets a removal at the same instant win', () => {
    const merged = mergeLinkSets(
      new Map([['TEST-1', { added }]]),
      new Map([['TEST-1', { removed: { at, by: 'вася', via: 'tracker' as const } }]]),
    );
    expect(liveLinks(merged)).toEqual([]);
  });

  test('does not bring back what an older state still has', () => {
    const older = new Map([['TEST-1', { added }]]);
    const newer = new Map([
      ['TEST-1', { added, removed: { at: at + 1, by: 'jane', via: 'youtrack' as const } }],
    ]);
    expect(liveLinks(mergeLinkSets(newer, older))).toEqual([]);
  });
});
