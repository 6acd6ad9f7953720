import { describe, expect, test } from '@jest/globals';
import {
  findOwing,
  findReport,
  isDropped,
  isDue,
  isEcho,
  listOwing,
  listShown,
  nameOwed,
  nothingOwed,
  type OwedEntry,
  toDropped,
  withOwed,
  withoutOldEchoes,
  withoutOwed,
} from '../../src/links/owed-set.ts';

const now = 1_767_225_600_000;
const dayMs = 24 * 60 * 60 * 1_000;
const plain: OwedEntry = { issueKey: 'TEST-1', wish: 'live', since: now, attempts: 0, nextAt: now };
const ofGone: OwedEntry = { ...plain, wish: 'gone', removed: { kind: 'user', key: 'вася' } };
const told: OwedEntry = { ...plain, issueKey: 'TEST-2', toldAt: now };
const dropped: OwedEntry = { ...plain, issueKey: 'TEST-3', droppedAt: now };

function setOf(...entries: readonly OwedEntry[]) {
  return entries.reduce(withOwed, nothingOwed);
}

describe('everything owed for the links of one object', () => {
  test('has one entry for each Tracker issue, and one more for each object that was removed', () => {
    const other: OwedEntry = { ...ofGone, removed: { kind: 'issue', key: 'вася' } };
    const owed = setOf(plain, ofGone, other, { ...plain, attempts: 7 });
    expect([...owed]).toEqual([
      ['TEST-1', { ...plain, attempts: 7 }],
      ['TEST-1 user вася', ofGone],
      ['TEST-1 issue вася', other],
    ]);
  });

  test('is another set when an entry comes or goes; the first one stays as it was', () => {
    const before = setOf(plain);
    expect([...withoutOwed(before, nameOwed(plain))]).toEqual([]);
    expect([...withoutOwed(before, 'TEST-9').keys()]).toEqual(['TEST-1']);
    withOwed(before, told);
    expect([...before]).toEqual([['TEST-1', plain]]);
  });

  test('is still owed neither where Tracker was told nor where somebody dropped it', () => {
    const owed = setOf(plain, told, dropped, ofGone);
    expect(listOwing(owed)).toEqual([plain, ofGone]);
    const names = ['TEST-1', 'TEST-2', 'TEST-3', 'TEST-4', 'TEST-1 user вася'];
    expect(names.map((name) => findOwing(owed, name))).toEqual([
      plain,
      undefined,
      undefined,
      undefined,
      ofGone,
    ]);
  });

  test.each([
    { what: 'what is owed', entry: plain, isKept: true },
    { what: 'what Tracker was told just now', entry: { ...plain, toldAt: now - 29_999 }, isKept: true },
    { what: 'what Tracker was told long ago', entry: { ...plain, toldAt: now - 30_000 }, isKept: false },
    { what: 'what a clock before us told', entry: { ...plain, toldAt: now + 29_999 }, isKept: true },
    { what: 'what a clock far before us told', entry: { ...plain, toldAt: now + 30_000 }, isKept: false },
    { what: 'what was dropped today', entry: { ...plain, droppedAt: now - dayMs + 1 }, isKept: true },
    { what: 'what was dropped a day ago', entry: { ...plain, droppedAt: now - dayMs }, isKept: false },
    { what: 'what will be dropped in a day', entry: { ...plain, droppedAt: now + dayMs }, isKept: false },
    {
      what: 'what was dropped today and told long ago',
      entry: { ...plain, toldAt: now - 30_000, droppedAt: now },
      isKept: false,
    },
  ])('remembers for a while what is done: $what', ({ entry, isKept }) => {
    expect([...withoutOldEchoes(setOf(entry), now).values()]).toEqual(isKept ? [entry] : []);
  });
});

describe('what is dropped', () => {
  test('rests, with all that was known of it', () => {
    const { nextAt: _, ...rest } = plain;
    expect(toDropped({ ...plain, attempts: 3 }, now + 5)).toStrictEqual({
      ...rest,
      attempts: 3,
      droppedAt: now + 5,
    });
  });

  test.each([
    { operationAt: now - 1, is: true },
    { operationAt: now, is: true },
    { operationAt: now + 1, is: false },
  ])('covers operations no later than the one it was noted for: $operationAt', ({ operationAt, is }) => {
    expect(isDropped(dropped, operationAt)).toBe(is);
    expect([isDropped(plain, operationAt), isDropped(undefined, operationAt)]).toEqual([false, false]);
  });
});

describe('Tracker’s report of a removal', () => {
  const entry: OwedEntry = { ...plain, echoes: ['DEMO-1', 'user:Вася'] };

  test.each([
    { what: 'a key under which we take it away', key: 'demo-1', of: entry, is: true },
    { what: 'another such key', key: 'user:вася', of: entry, is: true },
    { what: 'any other key', key: 'DEMO-2', of: entry, is: false },
    { what: 'a link of which nothing is owed', key: 'DEMO-1', of: undefined, is: false },
    { what: 'a link without such keys', key: 'DEMO-1', of: plain, is: false },
    { what: 'one told just now', key: 'DEMO-1', of: { ...entry, toldAt: now - 29_999 }, is: true },
    { what: 'one told half a minute ago', key: 'DEMO-1', of: { ...entry, toldAt: now - 30_000 }, is: false },
  ])('is of our own doing or not: $what', ({ key, of, is }) => {
    expect(isEcho(of, key, now)).toBe(is);
  });
});

test.each([
  { nextAt: now - 1, is: true },
  { nextAt: now, is: true },
  { nextAt: now + 1, is: false },
  { nextAt: undefined, is: false },
])('Tracker is asked from the next try on, and not while an entry rests: $nextAt', ({ nextAt, is }) => {
  const { nextAt: _, ...resting } = plain;
  expect(isDue(nextAt === undefined ? resting : { ...resting, nextAt }, now)).toBe(is);
});

test('a removal that is to be told is not shown as a question besides, and a question of another issue is', () => {
  const asks = { by: 'вася', via: 'youtrack' } as const;
  const question: OwedEntry = { ...plain, wish: 'gone', asks };
  const other: OwedEntry = { ...question, issueKey: 'TEST-9' };
  expect(listShown(setOf(plain, question, other))).toEqual([plain, other]);
  expect(listShown(setOf({ ...plain, toldAt: now }, question))).toEqual([question]);
});

describe('whose a reported removal was', () => {
  const asks = { by: 'robot', via: 'tracker', isReport: true } as const;
  const report: OwedEntry = { ...plain, wish: 'gone', asks };
  const { isReport: _, ...others } = asks;
  const question: OwedEntry = { ...report, asks: others };

  test('is asked besides what else a removal is meant for, and besides what is to be told', () => {
    const owed = setOf(plain, question, report);
    expect(owed.size).toBe(3);
    expect(findReport(owed, plain.issueKey, report.since)).toBe(report);
  });

  test('is asked of links that were there when the report came', () => {
    const owed = setOf(report);
    expect(findReport(owed, plain.issueKey, report.since - 1)).toBe(report);
    expect(findReport(owed, plain.issueKey, report.since + 1)).toBeUndefined();
    expect(findReport(owed, 'TEST-9', report.since)).toBeUndefined();
  });

  test('is not asked where only something else is owed, or a person has said that it need not be', () => {
    expect(findReport(setOf(plain, question), plain.issueKey, plain.since)).toBeUndefined();
    expect(findReport(setOf({ ...report, droppedAt: now }), plain.issueKey, plain.since)).toBeUndefined();
  });
});
