import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isTrackerIssueKey, parseTrackerIssueKey, toQueueKey } from '../../src/protocol/tracker-issue-key.ts';

describe('a Tracker issue key', () => {
  test.each([
    ['TEST-123', 'TEST-123'],
    ['test-123', 'TEST-123'],
    ['  Test-1\t', 'TEST-1'],
    ['A1B2-9', 'A1B2-9'],
    ['https://tracker.yandex.ru/TEST-123', 'TEST-123'],
    ['https://tracker.yandex.com/TEST-123', 'TEST-123'],
    ['http://www.tracker.yandex.ru/test-7/', 'TEST-7'],
    ['HTTPS://TRACKER.YANDEX.RU/TEST-7?from=mail#comments', 'TEST-7'],
    ['https://tracker.yandex.ru/pages/my/TEST-7/links', 'TEST-7'],
    ['https://tracker.yandex.ru/agile/board/12?issue=test-9', 'TEST-9'],
    ['https://tracker.yandex.com/pages/board?view=список&issueKey=TEST-9#c1', 'TEST-9'],
    ['https://tracker.yandex.ru/TEST-7?issue=TEST-9', 'TEST-7'],
    ['  https://tracker.yandex.ru/TEST-123?x=ü  ', 'TEST-123'],
  ])('written as %j is %s', (written, key) => {
    expect(parseTrackerIssueKey(written)).toEqual({ ok: true, value: key });
  });

  test.each([
    '',
    '   ',
    'TEST',
    'TEST-',
    '-1',
    'TEST-0',
    'TEST-01',
    'TEST-1a',
    'TE ST-1',
    'TEST_1',
    'TEST-1-2',
    '1TEST-1',
    'ТЕСТ-1',
    'TEſT-1',
    'TEST–1',
    'TEST-١',
    'TEST-1\u0000',
    `${'A'.repeat(99)}-1`,
    `TEST-1${' '.repeat(95)}`,
    `${' '.repeat(1970)}https://tracker.yandex.ru/TEST-1`,
    'https://tracker.yandex.ru/',
    'https://tracker.yandex.ru/filters?parent=TEST-1',
    'https://tracker.yandex.ru/agile/board/12?issue=',
    'https://tracker.yandex.ru/#TEST-1',
    'https://tracker.yandex.ru.example.com/TEST-1',
    'https://example.com/TEST-1',
    'https://example.com/?https://tracker.yandex.ru/TEST-1',
    'ftp://tracker.yandex.ru/TEST-1',
    'javascript://tracker.yandex.ru/TEST-1',
    'https://user@tracker.yandex.ru/TEST-1',
    `https://tracker.yandex.ru/${'a/'.repeat(1000)}TEST-1`,
  ])('is not %j', (written) => {
    expect(parseTrackerIssueKey(written)).toEqual({
      ok: false,
      problem: 'a Tracker issue key such as TEST-123, or the address of an issue in Tracker',
    });
  });

  test('may have a hundred characters and not one more', () => {
    const key = `${'A'.repeat(98)}-1`;
    expect(parseTrackerIssueKey(key)).toEqual({ ok: true, value: key });
    expect(parseTrackerIssueKey(`https://tracker.yandex.ru/${key}`)).toEqual({ ok: true, value: key });
    expect(parseTrackerIssueKey(`https://tracker.yandex.ru/A${key}`)).toMatchObject({ ok: false });
  });

  test('may stand in an address of two thousand characters and not one more', () => {
    const address = 'https://tracker.yandex.ru/TEST-1?'.padEnd(2_000, 'ю');
    expect(parseTrackerIssueKey(address)).toEqual({ ok: true, value: 'TEST-1' });
    expect(parseTrackerIssueKey(`${address}ю`)).toMatchObject({ ok: false });
  });

  test.each(['TEST-1', 'A1B2-90', `${'A'.repeat(98)}-1`])('is stored as %s', (text) => {
    expect(isTrackerIssueKey(text)).toBe(true);
  });

  test.each([
    '',
    'test-1',
    ' TEST-1',
    'TEST-1 ',
    'TEST-1\n',
    '1TEST-1',
    'TEST-01',
    'ТЕСТ-1',
    `${'A'.repeat(99)}-1`,
  ])('is never stored as %j', (text) => {
    expect(isTrackerIssueKey(text)).toBe(false);
  });

  test.each([
    ['TEST-123', 'TEST'],
    ['A1-9', 'A1'],
  ])('as %s is of the queue %s', (key, queue) => {
    expect(toQueueKey(key)).toBe(queue);
  });

  test('once read, reads as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const key = parseTrackerIssueKey(text);
        if (key.ok) expect(parseTrackerIssueKey(key.value)).toEqual(key);
        expect(key.ok).toBe(key.ok && isTrackerIssueKey(key.value));
      }),
    );
  });

  test('of every queue and number is read in any letter case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][A-Z0-9]{0,20}$/), fc.integer({ min: 1 }), (queue, number) => {
        const key = parseTrackerIssueKey(`${queue.toLowerCase()}-${number}`);
        expect(key).toEqual({ ok: true, value: `${queue}-${number}` });
      }),
    );
  });
});
