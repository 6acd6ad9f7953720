import { expect, test } from '@jest/globals';
import { afterTelling } from '../../src/mirroring/after-telling.ts';

const now = 1_767_225_600_000;
const link = {
  issueKey: 'TEST-1',
  wish: 'live',
  since: 5,
  key: 'OPS-1',
  entry: undefined,
  attempts: 0,
} as const;
const entry = {
  issueKey: 'TEST-1',
  wish: 'live',
  since: 5,
  attempts: 2,
  nextAt: 9,
  echoes: ['DEMO-1'],
} as const;
const nothing = { hasChanged: false, deleted: [], unannounced: [] };

test('nothing is left of what Tracker was told at the first try', () => {
  expect(afterTelling(link, nothing, now)).toBeUndefined();
  expect(afterTelling({ ...link, wish: 'gone' }, nothing, now)).toBeUndefined();
});

test('what was taken away is remembered from the moment it was told, each key once', () => {
  const deleted = { ...nothing, hasChanged: true, deleted: ['DEMO-1', 'Ж-1', 'DEMO-1'] };
  expect(afterTelling({ ...link, entry }, deleted, now)).toEqual({
    issueKey: 'TEST-1',
    wish: 'live',
    since: 5,
    attempts: 0,
    toldAt: now,
    echoes: ['DEMO-1', 'Ж-1'],
  });
});

test('what must be announced first is due at once, as something that was tried', () => {
  const more = { ...nothing, hasChanged: true, deleted: ['DEMO-2'], unannounced: ['DEMO-3', 'DEMO-3'] };
  expect(afterTelling({ ...link, entry }, more, now)).toEqual({
    issueKey: 'TEST-1',
    wish: 'live',
    since: 5,
    attempts: 1,
    nextAt: now,
    echoes: ['DEMO-1', 'DEMO-2', 'DEMO-3'],
  });
});

test('an earlier try of a removal may have taken away what is gone now, one of an addition has not', () => {
  expect(afterTelling({ ...link, wish: 'gone', attempts: 1 }, nothing, now)).toEqual({
    issueKey: 'TEST-1',
    wish: 'gone',
    since: 5,
    attempts: 0,
    toldAt: now,
    echoes: ['OPS-1'],
  });
  expect(afterTelling({ ...link, attempts: 1 }, nothing, now)).toBeUndefined();
});
