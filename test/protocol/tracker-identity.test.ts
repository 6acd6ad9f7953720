import { describe, expect, test } from '@jest/globals';
import { parseTrackerLogin, parseTrackerUid } from '../../src/protocol/tracker-identity.ts';

describe('a login in Tracker', () => {
  test.each([
    ['jane', 'jane'],
    [' jane.roe@example.com\n', 'jane.roe@example.com'],
    ['Jane_Roe-1', 'Jane_Roe-1'],
    ['j', 'j'],
    ['j'.repeat(100), 'j'.repeat(100)],
  ])('written as %j is %j', (written, login) => {
    expect(parseTrackerLogin(written)).toEqual({ ok: true, value: login });
  });

  test.each(['', '  ', 'яна', 'jane roe', '<jane', 'jane>', 'jane\u0000', 'j'.repeat(101)])(
    'is not %j, and the problem says what is',
    (written) => {
      expect(parseTrackerLogin(written)).toEqual({
        ok: false,
        problem: 'a Tracker login: 1 to 100 Latin letters, digits, dots, dashes, underscores and @',
      });
    },
  );
});

describe('a uid', () => {
  test.each([
    ['1', '1'],
    [' 1130000000000001\t', '1130000000000001'],
    ['9007199254740991', '9007199254740991'],
  ])('written as %j is %s', (written, uid) => {
    expect(parseTrackerUid(written)).toEqual({ ok: true, value: uid });
  });

  test.each([
    '',
    '0',
    '007',
    '-1',
    '+1',
    '1.0',
    '1e5',
    '0x10',
    '1 130',
    'x1',
    '1x',
    '١٢٣',
    'NaN',
    'Infinity',
    '9007199254740992',
    '9007199254740993',
    '11300000000000010',
  ])('is not %j, and the problem says what is', (written) => {
    expect(parseTrackerUid(written)).toEqual({
      ok: false,
      problem: 'a text of decimal digits, from 1 to 9007199254740991',
    });
  });

  test('is the same number when it is written as one', () => {
    const parsed = parseTrackerUid('9007199254740991');
    expect(parsed.ok && String(Number(parsed.value))).toBe('9007199254740991');
  });
});
