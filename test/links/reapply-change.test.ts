import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addLink, removeLink, toPendingChange } from '../../src/links/change-link.ts';
import { type LinkSet, liveLinks, liveStamp, noLinks } from '../../src/links/link-set.ts';
import { reapplyChange } from '../../src/links/reapply-change.ts';
import { linkSets } from './arbitraries.ts';

const jane = { now: 1_767_225_600_002, login: 'jane', via: 'youtrack' } as const;
const adding = toPendingChange(addLink(noLinks, 'TEST-1', jane));

function stored(record: object): LinkSet {
  return new Map([['TEST-1', record]]);
}

function stampAt(at: number) {
  return { at, by: 'вася', via: 'tracker' } as const;
}

describe('looking after an operation', () => {
  test('finds nothing to do where it is in place', () => {
    const look = reapplyChange(new Map(adding.known), adding);
    expect(look).toMatchObject({ wasMissing: false, isChanged: false });
  });

  test('restores an addition that was lost, with its own stamp', () => {
    const look = reapplyChange(noLinks, adding);
    expect(look).toMatchObject({ wasMissing: true, isChanged: true });
    expect(liveStamp(look.links.get('TEST-1'))).toEqual({ at: jane.now, by: 'jane', via: 'youtrack' });
  });

  test('restores a removal that was lost', () => {
    const links = stored({ added: stampAt(1) });
    const look = reapplyChange(links, toPendingChange(removeLink(links, 'TEST-1', jane)));
    expect(look.wasMissing).toBe(true);
    expect(liveStamp(look.links.get('TEST-1'))).toBeUndefined();
  });

  test('leaves a later operation of others alone', () => {
    const look = reapplyChange(stored({ added: stampAt(1), removed: stampAt(jane.now + 1) }), adding);
    expect(liveStamp(look.links.get('TEST-1'))).toBeUndefined();
  });

  test('removes a link that was not there and then came from an older transaction', () => {
    const removal = toPendingChange(removeLink(noLinks, 'TEST-1', jane));
    expect(reapplyChange(noLinks, removal)).toMatchObject({ isChanged: false });
    const look = reapplyChange(stored({ added: stampAt(jane.now - 1) }), removal);
    expect(look.isChanged).toBe(true);
    expect(liveStamp(look.links.get('TEST-1'))).toBeUndefined();
    expect(reapplyChange(stored({ added: stampAt(jane.now + 1) }), removal).isChanged).toBe(false);
  });

  test('keeps a link that was there and was then removed by an older transaction', () => {
    const before = stored({ added: stampAt(1) });
    const repeated = toPendingChange(addLink(before, 'TEST-1', jane));
    const look = reapplyChange(stored({ added: stampAt(1), removed: stampAt(2) }), repeated);
    expect(liveStamp(look.links.get('TEST-1'))).toEqual({ at: jane.now, by: 'jane', via: 'youtrack' });
  });

  test('finds nothing to do where a link found in place still is, and leaves its first author', () => {
    const before = stored({ added: stampAt(1) });
    const look = reapplyChange(before, toPendingChange(addLink(before, 'TEST-1', jane)));
    expect(look).toStrictEqual({ links: before, wasMissing: false, isChanged: false });
  });

  test('settles a link found in place that an overlapping transaction then lost altogether', () => {
    const before = stored({ added: stampAt(1) });
    const look = reapplyChange(noLinks, toPendingChange(addLink(before, 'TEST-1', jane)));
    expect(look).toStrictEqual({ links: before, wasMissing: true, isChanged: true });
  });

  test('adds a link of which nothing at all is known any more', () => {
    const look = reapplyChange(noLinks, { ...adding, known: noLinks });
    expect(look).toStrictEqual({ links: adding.known, wasMissing: true, isChanged: true });
  });

  test.each([
    { removedAt: jane.now - 1, isLive: true },
    { removedAt: jane.now, isLive: false },
    { removedAt: jane.now + 1, isLive: false },
  ])(
    'of an addition gives way to a removal at the same instant or later: $removedAt',
    ({ removedAt, isLive }) => {
      const look = reapplyChange(stored({ removed: stampAt(removedAt) }), { ...adding, known: noLinks });
      expect(liveStamp(look.links.get('TEST-1')) !== undefined).toBe(isLive);
      expect(look.isChanged).toBe(isLive);
    },
  );

  test.each([
    { addedAt: jane.now - 1, isLive: false },
    { addedAt: jane.now, isLive: false },
    { addedAt: jane.now + 1, isLive: true },
  ])(
    'of a removal takes away what was added at the same instant or earlier: $addedAt',
    ({ addedAt, isLive }) => {
      const removal = toPendingChange(removeLink(noLinks, 'TEST-1', jane));
      const look = reapplyChange(stored({ added: stampAt(addedAt) }), removal);
      expect(liveStamp(look.links.get('TEST-1')) !== undefined).toBe(isLive);
      expect(look.wasMissing).toBe(!isLive);
    },
  );

  test('of the removal of a link that never was leaves nothing behind', () => {
    const removal = toPendingChange(removeLink(noLinks, 'TEST-1', jane));
    expect(reapplyChange(noLinks, removal)).toStrictEqual({
      links: noLinks,
      wasMissing: false,
      isChanged: false,
    });
  });

  test('restores what others did and an earlier look has seen', () => {
    const others = new Map([...adding.known, ['TEST-2', { added: stampAt(3) }] as const]);
    const look = reapplyChange(new Map(adding.known), { ...adding, known: others });
    expect(look).toMatchObject({ wasMissing: false, isChanged: true });
    expect(look.links.has('TEST-2')).toBe(true);
  });

  test('ends in the same links however often and in whatever order it is done', () => {
    const changes = fc
      .tuple(linkSets, fc.constantFrom('TEST-1', 'TEST-2'), fc.boolean())
      .map(([seen, key, adds]) => {
        return toPendingChange(adds ? addLink(seen, key, jane) : removeLink(seen, key, jane));
      });
    fc.assert(
      fc.property(linkSets, changes, changes, (links, one, other) => {
        const settle = (start: LinkSet, order: readonly (typeof one)[]) => {
          let state = start;
          for (let round = 0; round < 4; round += 1) {
            for (const change of order) state = reapplyChange(state, change).links;
          }
          return liveLinks(state).map(({ issueKey }) => issueKey);
        };
        expect(settle(links, [one, other])).toEqual(settle(links, [other, one]));
        const settled = reapplyChange(reapplyChange(links, one).links, one);
        expect(settled.isChanged).toBe(false);
      }),
    );
  });
});
