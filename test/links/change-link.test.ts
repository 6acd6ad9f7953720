import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addLink, type LinkChange, removeLink } from '../../src/links/change-link.ts';
import { encodeLinks } from '../../src/links/link-codec.ts';
import { type LinkSet, liveStamp, noLinks } from '../../src/links/link-set.ts';
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
  });

  test('that is added twice keeps its first author', () => {
    const links = apply(noLinks, addLink(noLinks, 'TEST-1', jane));
    const again = addLink(links, 'TEST-1', tracker);
    expect(again.isEffective).toBe(false);
    expect(encodeLinks(apply(links, again))).toBe(encodeLinks(links));
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
