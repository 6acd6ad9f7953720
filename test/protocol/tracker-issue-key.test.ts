import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isTrackerIssueKey, parseTrackerIssueKey } from '../../src/protocol/tracker-issue-key.ts';

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
    ['  https://tracker.yandex.ru/TEST-123?x=ü  ', 'TEST-123'],
  ])('written as %j is %s', (written, key) => {
    expect(parseTrackerIssueKey(written)).toBe(key);
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
    'https://tracker.yandex.ru/',
    'https://tracker.yandex.ru/?key=TEST-1',
    'https://tracker.yandex.ru/#TEST-1',
    'https://tracker.yandex.ru.example.com/TEST-1',
    'https://example.com/TEST-1',
    'https://example.com/?https://tracker.yandex.ru/TEST-1',
    'ftp://tracker.yandex.ru/TEST-1',
    'javascript://tracker.yandex.ru/TEST-1',
    'https://user@tracker.yandex.ru/TEST-1',
    `https://tracker.yandex.ru/${'a/'.repeat(1000)}TEST-1`,
  ])('is not %j', (written) => {
    expect(parseTrackerIssueKey(written)).toBeUndefined();
  });

  test('once read, reads as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const key = parseTrackerIssueKey(text);
        return key === undefined || (isTrackerIssueKey(key) && parseTrackerIssueKey(key) === key);
      }),
    );
  });

  test('of every queue and number is read in any letter case', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z][A-Z0-9]{0,20}$/),
        fc.integer({ min: 1 }),
        (queue, number) => parseTrackerIssueKey(`${queue.toLowerCase()}-${number}`) === `${queue}-${number}`,
      ),
    );
  });
});
