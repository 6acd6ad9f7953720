import { describe, expect, test } from '@jest/globals';
import { decodeLinks } from '../../src/links/link-codec.ts';
import { fail } from '../../src/result.ts';
import {
  findApplication,
  isAskingMemo,
  listOthers,
  mayBeLinkedElsewhere,
  oweLate,
  oweTracker,
  toAskingMemo,
  untoldMemo,
} from '../../src/writing/owe-tracker.ts';
import { type FakeEntity, fakeEntity, fakeHost, settings as usual } from '../support/fake-host.ts';
import {
  type ChangeOptions,
  changeOf,
  mirrored,
  start,
  storedLinks,
  storedOwed,
} from './support/mirrored.ts';

const dueAt = start + 900;

/** Notes a change on an issue for which this was noted before. */
function owe(before: string | undefined, change: ChangeOptions) {
  const entity = fakeEntity({ key: 'DEMO-1' });
  entity.owed = before;
  const memo = oweTracker(fakeHost([], { settings: mirrored }), { entity, change: changeOf(change) }, dueAt);
  return { entity, memo };
}

function readOwedOf({ owed }: FakeEntity): unknown {
  return owed === undefined ? [] : JSON.parse(owed).owed;
}

function linksOf(...stored: readonly string[]) {
  const links = decodeLinks(storedLinks(...stored));
  if (!links.ok) throw new Error('the links of a test are well-formed');
  return links.value;
}

const noted = { issueKey: 'TEST-1', wish: 'live', since: start, attempts: 0, nextAt: dueAt };

describe('links of a kind of objects', () => {
  test.each([
    ['issue', true, 'ru.example.issue'],
    ['article', true, undefined],
    ['issue', false, undefined],
  ] as const)('of %s, Tracker connected: %s, are mirrored as %s', (kind, isConnected, expected) => {
    const settings = { ...mirrored, mirroring: { ...mirrored.mirroring, isConnected } };
    expect(findApplication(settings, kind)).toBe(expected);
  });
});

describe('what Tracker is to be told', () => {
  test('is noted beside the links, with its flag, and told by the looks that come', () => {
    const { entity, memo } = owe(undefined, {});
    expect([memo, readOwedOf(entity), entity.owes]).toEqual(['{}', [noted], true]);
  });

  test('is noted beside what is owed of other links', () => {
    const other = { issueKey: 'OTHER-1', attempts: 2 };
    const { entity } = owe(storedOwed(other), {});
    expect(readOwedOf(entity)).toMatchObject([other, noted]);
  });

  test('is nothing where nothing is mirrored', () => {
    const entity = fakeEntity({ key: 'DEMO-1' });
    const memo = oweTracker(fakeHost([], { settings: usual }), { entity, change: changeOf() }, dueAt);
    expect([memo, entity.writes]).toEqual([undefined, 0]);
  });

  test('is nothing where the change came from there', () => {
    const { entity, memo } = owe(undefined, { via: 'tracker' });
    expect([memo, entity.writes]).toEqual([undefined, 0]);
  });

  test('is the change that came from there, where Tracker was asked for the opposite', () => {
    const { entity, memo } = owe(storedOwed({ wish: 'gone', attempts: 1, nextAt: dueAt }), {
      via: 'tracker',
    });
    expect([memo, readOwedOf(entity)]).toEqual(['{}', [{ ...noted, attempts: 1, echoes: ['DEMO-1'] }]]);
  });

  test.each([{ toldAt: start }, { droppedAt: start }])(
    'is nothing of a change from there after %j',
    (settled) => {
      const before = storedOwed({ wish: 'gone', attempts: 1, ...settled });
      const { entity, memo } = owe(before, { via: 'tracker' });
      expect([memo, entity.owed, entity.writes]).toEqual([undefined, before, 0]);
    },
  );

  test.each([
    ['youtrack', '{}'],
    ['tracker', undefined],
  ] as const)(
    'cannot be noted beside what nobody can read; the looks after a change via %s carry %j',
    (via, expected) => {
      for (const before of ['{oops', '{"v":2,"owed":[]}']) {
        const { entity, memo } = owe(before, { via });
        expect([memo, entity.owed, entity.writes]).toEqual([expected, before, 0]);
      }
    },
  );

  test('cannot be noted beside what is no text', () => {
    const entity = fakeEntity({ key: 'DEMO-1' });
    Object.assign(entity.store, { readText: () => fail('[object долг]') });
    const host = fakeHost([], { settings: mirrored });
    expect([oweTracker(host, { entity, change: changeOf() }, dueAt), entity.writes]).toEqual(['{}', 0]);
  });
});

describe('a change that undoes another one', () => {
  const opposite = { wish: 'gone', attempts: 0 };

  test('of which Tracker has heard nothing is not told, and neither is the other', () => {
    const { entity, memo } = owe(storedOwed({ ...opposite, nextAt: start + 1 }), {});
    expect([memo, entity.owed, entity.owes, entity.writes]).toEqual([undefined, undefined, false, 1]);
  });

  test('leaves what is owed of other links', () => {
    const before = storedOwed({ ...opposite, nextAt: dueAt }, { issueKey: 'OTHER-1' });
    const { entity } = owe(before, {});
    expect([readOwedOf(entity), entity.owes]).toMatchObject([[{ issueKey: 'OTHER-1' }], true]);
  });

  test.each([
    ['was tried once', { attempts: 1, nextAt: dueAt }],
    ['is due now, and may be under way', { nextAt: start }],
    ['is overdue', { nextAt: start - 1 }],
    ['rests', {}],
  ])('is told where the other %s', (_, other) => {
    const { entity, memo } = owe(storedOwed({ ...opposite, ...other }), {});
    expect([memo, readOwedOf(entity)]).toMatchObject(['{}', [{ wish: 'live', attempts: 1, nextAt: dueAt }]]);
    const { entity: undone } = owe(entity.owed, { wish: 'gone' });
    expect(readOwedOf(undone)).toMatchObject([{ wish: 'gone', attempts: 1 }]);
  });

  test('is told where the other was dropped: what Tracker has is not known', () => {
    const { entity, memo } = owe(storedOwed({ ...opposite, nextAt: dueAt, droppedAt: start - 1 }), {});
    expect([memo, readOwedOf(entity)]).toMatchObject(['{}', [{ wish: 'live', attempts: 1 }]]);
    expect(readOwedOf(entity)).not.toMatchObject([{ droppedAt: expect.anything() }]);
  });

  test('of a link made anew is not cancelled by its removal: Tracker may know of it', () => {
    const renewed = { ...changeOf({}), isRenewed: true };
    const host = fakeHost([], { settings: mirrored });
    const entity = fakeEntity({ key: 'DEMO-1' });
    oweTracker(host, { entity, change: renewed }, dueAt);
    expect(readOwedOf(entity)).toEqual([{ ...noted, attempts: 1 }]);
    const { entity: removed, memo } = owe(entity.owed, { wish: 'gone' });
    expect([memo, readOwedOf(removed)]).toMatchObject(['{}', [{ wish: 'gone', attempts: 1 }]]);
  });

  test('does not cancel one that wishes the same', () => {
    const { entity, memo } = owe(storedOwed({ since: start - 5, nextAt: dueAt - 5 }), {});
    expect([memo, readOwedOf(entity)]).toEqual(['{}', [noted]]);
  });
});

describe('what is noted of a link anew', () => {
  test.each([
    [3, { attempts: 3 }],
    [0, { attempts: 3, toldAt: start }],
    [1, { attempts: 3, droppedAt: start }],
    [1, { attempts: 0, droppedAt: start }],
  ])('counts %d tries after %j', (attempts, before) => {
    expect(readOwedOf(owe(storedOwed(before), {}).entity)).toMatchObject([{ attempts }]);
  });

  test.each([
    ['a removal may be under way', { wish: 'gone', attempts: 1 }, ['DEMO-1']],
    ['one may be, and another has been', { wish: 'gone', attempts: 1, echoes: ['ЫЫ-1'] }, ['ЫЫ-1', 'DEMO-1']],
    ['a removal was told', { wish: 'gone', attempts: 1, toldAt: start, echoes: ['OPS-1'] }, ['OPS-1']],
    ['a link was to be made', { attempts: 1, echoes: ['OPS-1'] }, ['OPS-1']],
    ['a link was to be made and none taken away', { attempts: 1 }, undefined],
  ])('expects these echoes where %s', (_, before, echoes) => {
    const expected = { ...noted, attempts: expect.any(Number), ...(echoes && { echoes }) };
    expect(readOwedOf(owe(storedOwed(before), {}).entity)).toEqual([expected]);
  });
});

describe('what had been put off', () => {
  function oweNow(before: string | undefined, via: 'youtrack' | 'tracker') {
    const entity = fakeEntity({ key: 'DEMO-1' });
    const change = changeOf({ wish: 'gone', via });
    return { entity, memo: oweLate(fakeHost([], { settings: mirrored }), { entity, change }, before) };
  }

  test('is told by the first look that can come after it', () => {
    const { entity, memo } = oweNow(undefined, 'youtrack');
    expect([memo, readOwedOf(entity)]).toEqual(['{}', [{ ...noted, wish: 'gone', nextAt: start + 300 }]]);
  });

  test.each([
    ['a person', 'youtrack', '{"asks":"first"}'],
    ['Tracker itself', 'tracker', '{"asks":"only"}'],
  ] as const)('and begins with a question still asks it, told or not: by %s', (_, via, expected) => {
    const { memo } = oweNow(toAskingMemo(undefined), via);
    expect(memo).toBe(expected);
  });
});

describe('a memo', () => {
  test.each([
    [toAskingMemo(undefined), true],
    [toAskingMemo(untoldMemo), true],
    [untoldMemo, false],
    [undefined, false],
  ])('%j begins with a question: %s', (memo, asks) => {
    expect(isAskingMemo(memo)).toBe(asks);
  });
});

describe('an issue that may be linked under another key', () => {
  test.each([
    [
      'is added and was never heard of, beside links to another queue',
      {},
      ['OTHER-1 +1 youtrack вася'],
      true,
    ],
    ['is removed, beside links to another queue', { wish: 'gone' }, ['OTHER-1 +1 youtrack вася'], true],
    [
      'is removed and known, beside links to another queue',
      { wish: 'gone' },
      ['OTHER-1 +1 youtrack вася', 'TEST-1 +1 youtrack вася'],
      true,
    ],
    ['is added and known', {}, ['OTHER-1 +1 youtrack вася', 'TEST-1 +1 youtrack вася'], false],
    ['is added and was known', {}, ['OTHER-1 +1 youtrack вася', 'TEST-1 -1 youtrack вася'], false],
    ['is removed, beside links of its own queue', { wish: 'gone' }, ['TEST-2 +1 youtrack вася'], true],
    ['is added, beside links of its own queue', {}, ['TEST-2 +1 youtrack вася'], false],
    ['stands beside removed links', { wish: 'gone' }, ['OTHER-1 -1 youtrack вася'], false],
    ['is the only one', { wish: 'gone' }, [], false],
  ] as const)('%s', (_, change, links, expected) => {
    const target = {
      entity: fakeEntity({ key: 'DEMO-1' }),
      links: linksOf(...links),
      change: changeOf(change),
    };
    expect(mayBeLinkedElsewhere({ settings: mirrored }, target)).toBe(expected);
    expect(mayBeLinkedElsewhere({ settings: usual }, target)).toBe(false);
  });

  test('may be any other that is linked, also of the same queue', () => {
    const links = linksOf(
      'AB-1 +1 youtrack вася',
      'AB-2 +1 youtrack вася -2 tracker вася',
      'TEST-2 +1 youtrack вася',
      'TESTS-1 +2 youtrack вася -1 tracker вася',
    );
    expect(listOthers(links, 'TEST-1')).toEqual(['AB-1', 'TEST-2', 'TESTS-1']);
  });
});
