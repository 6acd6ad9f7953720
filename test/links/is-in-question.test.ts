import { describe, expect, test } from '@jest/globals';
import { findRemovalInQuestion, isInQuestion } from '../../src/links/is-in-question.ts';
import type { LinkRecord } from '../../src/links/link-set.ts';
import { nameOwed, type OwedEntry } from '../../src/links/owed-set.ts';

const at = 1_767_000_000_000;
const added = { at, by: 'jane', via: 'youtrack' } as const;
const asks = { by: 'tracker-bot', via: 'tracker' } as const;
const question = { issueKey: 'NEWQ-1', wish: 'gone', since: at, attempts: 0, nextAt: 1, asks } as const;

function isAsked(entry: OwedEntry = question, record: LinkRecord = { added }, issueKey = 'TEST-1'): boolean {
  return isInQuestion(new Map([[nameOwed(entry), entry]]), new Map([[issueKey, record]]), issueKey);
}

describe('a link is in question', () => {
  test('while Tracker is to be asked about a removal that it reported under another key, after the link was made', () => {
    expect(isAsked()).toBe(true);
    expect(isAsked({ ...question, since: at + 1 })).toBe(true);
  });

  test('by one of several removals', () => {
    const other = { ...question, issueKey: 'OTHER-1', since: at - 1 };
    const owed = new Map([other, question].map((one) => [nameOwed(one), one]));
    expect(isInQuestion(owed, new Map([['TEST-1', { added }]]), 'TEST-1')).toBe(true);
  });
});

describe('a link is in question while it is not known whose a removal was that Tracker reported under its own key', () => {
  const report: OwedEntry = { ...question, issueKey: 'TEST-1', asks: { ...asks, isReport: true } };
  const { nextAt: _, ...resting } = report;

  test.each<[string, OwedEntry]>([
    ['until Tracker is asked', report],
    ['while the question rests', resting],
    ['until the answer is in place', { ...report, asks: { ...asks, isReport: true, isAnswered: true } }],
  ])('%s', (_, entry) => {
    expect(isAsked(entry)).toBe(true);
  });

  test('but not where it was made after the report, nor under another key once that is answered', () => {
    expect(isAsked({ ...report, since: at - 1 })).toBe(false);
    expect(
      isAsked({ ...report, issueKey: 'NEWQ-1', asks: { ...asks, isReport: true, isAnswered: true } }),
    ).toBe(false);
  });
});

describe('a link is not in question', () => {
  test.each<[string, OwedEntry]>([
    ['by a person’s removal', { ...question, asks: { ...asks, via: 'youtrack' } }],
    ['by setting a whole list', { ...question, asks: { ...asks, isSet: true } }],
    ['once Tracker has answered', { ...question, asks: { ...asks, isAnswered: true } }],
    ['by a removal from before it was made', { ...question, since: at - 1 }],
    ['by what is to be told', { issueKey: 'NEWQ-1', wish: 'gone', since: at, attempts: 0, nextAt: 1 }],
    ['by what a person has dropped', { ...question, droppedAt: at }],
  ])('%s', (_, entry) => {
    expect(isAsked(entry)).toBe(false);
  });

  test('by a question that rests until a person says otherwise', () => {
    const { nextAt: _, ...resting } = question;
    expect(isAsked(resting)).toBe(false);
  });

  test('by a removal under its own key', () => {
    expect(isAsked(question, { added }, 'NEWQ-1')).toBe(false);
  });

  test('where it is gone', () => {
    expect(isAsked(question, { added, removed: { ...added, at: at + 1 } })).toBe(false);
    expect(isAsked(question, {})).toBe(false);
  });
});

describe('a removal in question that may take a link with it', () => {
  const links = new Map<string, LinkRecord>([['TEST-1', { added }]]);
  const find = (...entries: readonly OwedEntry[]) =>
    findRemovalInQuestion(new Map(entries.map((entry) => [nameOwed(entry), entry])), links, 'TEST-1');

  test.each<[string, OwedEntry]>([
    ['Tracker’s report', { ...question, issueKey: 'TEST-1', asks: { ...asks, isReport: true } }],
    ['a removal under another key', question],
    ['a person’s removal under another key', { ...question, asks: { ...asks, via: 'youtrack' } }],
    ['one that is answered, and not yet in place', { ...question, asks: { ...asks, isAnswered: true } }],
  ])('is %s', (_, entry) => {
    expect(find(entry)).toBe(at);
  });

  test('is the latest of several', () => {
    expect(find({ ...question, since: at + 5 }, question, { ...question, issueKey: 'NEWQ-2' })).toBe(at);
    expect(find(question, { ...question, issueKey: 'NEWQ-2', since: at + 5 })).toBe(at + 5);
  });

  test('is none from before the link was made, none that is to be told or dropped, and none where the link is gone', () => {
    expect(find({ ...question, since: at - 1 })).toBeUndefined();
    expect(find({ issueKey: 'NEWQ-1', wish: 'gone', since: at, attempts: 0, nextAt: 1 })).toBeUndefined();
    expect(find({ ...question, droppedAt: at })).toBeUndefined();
    expect(
      findRemovalInQuestion(new Map([[nameOwed(question), question]]), new Map(), 'TEST-1'),
    ).toBeUndefined();
  });
});
