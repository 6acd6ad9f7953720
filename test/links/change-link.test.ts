import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addLink, type LinkChange, removeLink, toPendingChange } from '../../src/links/change-link.ts';
import { encodeLinks } from '../../src/links/link-codec.ts';
import { type LinkSet, latestStamp, liveStamp, noLinks } from '../../src/links/link-set.ts';
import { linkSets } from './arbitraries.ts';

const jane = { now: 1_767_225_600_000, login: 'jane', via: 'youtrack' } as const;
const tracker = { now: jane.now + 5, login: 'tracker-bot', via: 'tracker' } as const;

function apply(links: LinkSet, { issueKey, record, isEffective }: LinkChange): LinkSet {
  return isEffective ? new Map(links).set(issueKey, record) : links;
}

describe('a link', () => {
  test('that is added is there, with who added it', () => {
    const links = apply(noLinks, addLink(noLinks, 'TEST-1', jane));
    expect(liveStamp(links.get('TEST-1'))).toEqual({ at: jane.now, by: 'jane', via: 'youtrack' });
    expect(addLink(noLinks, 'TEST-1', jane)).not.toHaveProperty('isRenewed');
  });

  test('that is added twice keeps its first author', () => {
    const links = apply(noLinks, addLink(noLinks, 'TEST-1', jane));
    const again = addLink(links, 'TEST-1', tracker);
    expect(again.isEffective).toBe(false);
    expect(encodeLinks(apply(links, again))).toBe(encodeLinks(links));
  });

  test('that is added while a removal may yet take effect is made anew, later than that', () => {
    const links = apply(noLinks, addLink(noLinks, 'TEST-1', jane));
    const again = addLink(links, 'TEST-1', tracker, jane.now);
    expect(again).toMatchObject({
      ...{ isEffective: true, isRenewed: true },
      record: { added: { at: tracker.now, by: 'tracker-bot' } },
    });
    const later = tracker.now + 60_000;
    expect(addLink(links, 'TEST-1', tracker, later).record.added?.at).toBe(later + 1);
  });

  test('that is removed is gone and leaves a tombstone', () => {
    const links = apply(noLinks, addLink(noLinks, 'TEST-1', jane));
    const removed = apply(links, removeLink(links, 'TEST-1', tracker));
    expect(liveStamp(removed.get('TEST-1'))).toBeUndefined();
    expect(removed.get('TEST-1')?.removed).toEqual({ at: tracker.now, by: 'tracker-bot', via: 'tracker' });
  });

  test('that is not there is removed without a change', () => {
    expect(removeLink(noLinks, 'TEST-1', jane).isEffective).toBe(false);
  });

  test('is added and removed even when the clock goes back', () => {
    const earlier = { ...jane, now: jane.now - 60_000 };
    let links = apply(noLinks, addLink(noLinks, 'TEST-1', jane));
    links = apply(links, removeLink(links, 'TEST-1', earlier));
    expect(liveStamp(links.get('TEST-1'))).toBeUndefined();
    links = apply(links, addLink(links, 'TEST-1', earlier));
    expect(liveStamp(links.get('TEST-1'))).toBeDefined();
  });

  test('remembers at most 255 characters of a login, and no half of one', () => {
    const login = `${'я'.repeat(254)}💥`;
    const { stamp } = addLink(noLinks, 'TEST-1', { ...jane, login });
    expect(stamp.by).toBe('я'.repeat(254));
    expect(addLink(noLinks, 'TEST-1', { ...jane, login: login.slice(1) }).stamp.by).toBe(login.slice(1));
  });

  test('always ends as the last operation wished', () => {
    fc.assert(
      fc.property(
        linkSets,
        fc.boolean(),
        fc.integer({ min: 0, max: 2 * jane.now }),
        (links, wantsIt, now) => {
          const change = wantsIt ? addLink : removeLink;
          const after = apply(links, change(links, 'TEST-1', { ...jane, now }));
          expect(liveStamp(after.get('TEST-1')) !== undefined).toBe(wantsIt);
        },
      ),
    );
  });
});

describe('what a look is told of an operation', () => {
  const stamp = { at: jane.now, by: 'jane', via: 'youtrack' } as const;
  const earlier = { at: 1, by: 'вася', via: 'tracker' } as const;
  const later = { ...stamp, at: jane.now + 1 };

  test.each([
    { what: 'a new link', change: addLink, before: undefined, wish: 'live', known: { added: stamp } },
    {
      what: 'a link that is there',
      change: addLink,
      before: { added: earlier },
      wish: 'live',
      known: { added: earlier },
    },
    {
      what: 'a link that had been removed',
      change: addLink,
      before: { removed: earlier },
      wish: 'live',
      known: { added: stamp, removed: earlier },
    },
    {
      what: 'a removal',
      change: removeLink,
      before: { added: earlier },
      wish: 'gone',
      known: { added: earlier, removed: stamp },
    },
    {
      what: 'the removal of one that was removed',
      change: removeLink,
      before: { removed: earlier },
      wish: 'gone',
      known: { removed: earlier },
    },
    {
      what: 'the removal of one that never was',
      change: removeLink,
      before: undefined,
      wish: 'gone',
      known: undefined,
    },
  ])('is the wish, its stamp and what it leaves: $what', ({ change, before, wish, known }) => {
    const links: LinkSet = new Map(before === undefined ? [] : [['TEST-1', before]]);
    expect(toPendingChange(change(links, 'TEST-1', jane))).toStrictEqual({
      issueKey: 'TEST-1',
      wish,
      stamp,
      known: new Map(known === undefined ? [] : [['TEST-1', known]]),
    });
  });

  test('has a stamp one later than anything known of the link, and never one later than there can be', () => {
    const stampOn = (at: number) =>
      addLink(new Map([['TEST-1', { removed: { ...stamp, at } }]]), 'TEST-1', jane).stamp;
    expect(stampOn(jane.now - 1)).toEqual(stamp);
    expect(stampOn(jane.now)).toEqual(later);
    expect(stampOn(latestStamp).at).toBe(latestStamp);
  });

  test('has whole milliseconds', () => {
    expect(removeLink(noLinks, 'TEST-1', { ...jane, now: jane.now + 0.9 }).stamp).toEqual(stamp);
  });
});
