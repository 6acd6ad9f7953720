import { describe, expect, test } from '@jest/globals';
import type { Candidate } from '../../../src/suggesting/candidates-answer.ts';
import { planAdding } from '../../../widgets/shared/adding/plan-adding.ts';
import { readPaste } from '../../../widgets/shared/pasting/read-paste.ts';
import { toQuestion } from '../../../widgets/shared/suggesting/to-question.ts';

const known = { queues: new Set(['TEST']), projects: new Set(['DEMO']) };
const told = (issueKey: string, more: Partial<Candidate> = {}): Candidate => ({
  issueKey,
  url: `https://tracker.yandex.ru/${issueKey}`,
  readAt: '2026-01-31T09:15:00.000Z',
  ...more,
});
const plan = (text: string, answers: readonly Candidate[], linked: readonly string[] = []) =>
  planAdding(readPaste(text, known), new Set(linked), answers);

describe('what Tracker says of a key', () => {
  test('that it has no such issue: the key is offered', () => {
    const { adding, offers } = plan('TEST-5 TEST-404', [told('TEST-5'), told('TEST-404', { isGone: true })]);
    expect(adding).toEqual(['TEST-5']);
    expect(offers).toEqual([expect.objectContaining({ key: 'TEST-404', doubt: 'absent' })]);
  });

  test('that it has one of a queue that is new here: the key is added', () => {
    expect(plan('NEWQ-1', []).adding).toEqual([]);
    expect(plan('NEWQ-1', [told('NEWQ-1')]).adding).toEqual(['NEWQ-1']);
  });

  test('nothing: a key of which only links are known stays as it was', () => {
    const { url, issueKey } = told('NEWQ-1');
    expect(plan('NEWQ-1', [{ url, issueKey, isLinkedNearby: true }]).adding).toEqual([]);
  });

  test('that a project of YouTrack and a queue share a name: the key is still offered', () => {
    const { adding, offers } = plan('DEMO-5', [told('DEMO-5')]);
    expect([adding, offers.map(({ doubt }) => doubt)]).toEqual([[], ['project']]);
  });

  test('another key: that is added, unless it is there', () => {
    const moved = [told('TEST-3', { currentKey: 'NEWQ-3' })];
    expect(plan('TEST-3', moved).adding).toEqual(['NEWQ-3']);
    expect(plan('TEST-3', moved, ['NEWQ-3'])).toMatchObject({ adding: [], present: ['NEWQ-3'] });
  });
});

describe('what is asked about a text', () => {
  const ask = (text: string) => toQuestion(text, readPaste(text, known));

  test.each([
    ['test-5 и TEST-7', { text: 'TEST-5 TEST-7', isWords: false }],
    ['https://tracker.yandex.ru/NEWQ-1', { text: 'NEWQ-1', isWords: false }],
    ['в UTF-8 см. TEST-5', { text: 'TEST-5 UTF-8', isWords: false }],
    ['  оплата   картой ', { text: 'оплата картой', isWords: true }],
    ['релиз 5', { text: 'релиз 5', isWords: true }],
    ['DEMO-5', { text: '', isWords: false }],
    ['ж'.repeat(256), { text: '', isWords: true }],
  ])('%j', (text, question) => {
    expect(ask(text)).toEqual(question);
  });

  test('as many keys as one request carries', () => {
    const text = Array.from({ length: 100 }, (_, index) => `TEST-${index + 1000}`).join(' ');
    expect(ask(text).text.split(' ')).toHaveLength(25);
  });
});
