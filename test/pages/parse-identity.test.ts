import { describe, expect, test } from '@jest/globals';
import { parseIdentity } from '../../src/pages/parse-identity.ts';
import { withBody } from '../protocol/requests.ts';

function problemsOf(body: unknown): string[] {
  const parsed = parseIdentity(withBody(body));
  return parsed.ok ? [] : parsed.problem.problems.map(({ field }) => field);
}

describe('a Tracker identity to be saved', () => {
  test('has uids of decimal digits, which stay texts', () => {
    const body = { login: ' Jane.Roe@example_1-2 ', trackerUid: ' 8000000000000017 ', passportUid: '1' };
    expect(parseIdentity(withBody(body))).toEqual({
      ok: true,
      value: { login: 'Jane.Roe@example_1-2', trackerUid: '8000000000000017', passportUid: '1' },
    });
  });

  test('clears what is absent or blank', () => {
    expect(parseIdentity(withBody({ login: '  ', trackerUid: '' }))).toEqual({ ok: true, value: {} });
    expect(parseIdentity(withBody({}))).toEqual({ ok: true, value: {} });
  });

  test('takes the largest uid that a JSON number holds exactly, and none beyond', () => {
    expect(parseIdentity(withBody({ trackerUid: '9007199254740991' }))).toMatchObject({
      value: { trackerUid: '9007199254740991' },
    });
    for (const uid of ['9007199254740992', '9223372036854775807', '99999999999999999999']) {
      expect(problemsOf({ trackerUid: uid })).toEqual(['trackerUid']);
    }
  });

  test('names every malformed field at once', () => {
    const body = { login: 'Яна', trackerUid: 17, passportUid: '0' };
    expect(problemsOf(body)).toEqual(['login', 'trackerUid', 'passportUid']);
    expect(problemsOf({ login: null, trackerUid: null, passportUid: ['1'] })).toEqual([
      'login',
      'trackerUid',
      'passportUid',
    ]);
  });

  test.each(['a b', 'x'.repeat(101), 'jane<', 'jane\n1'])('has no login %j', (login) => {
    expect(problemsOf({ login })).toEqual(['login']);
  });

  test.each(['-1', '+1', '01', '1.0', '1e3', '0x1', '１', '1 2'])('has no uid %j', (passportUid) => {
    expect(problemsOf({ passportUid })).toEqual(['passportUid']);
  });

  test.each(['', 'null', '[]', '{"login"'])('is malformed as %j', (body) => {
    expect(problemsOf(body)).toEqual(['body']);
  });

  test('is too large above 64 KiB', () => {
    expect(parseIdentity(withBody({ login: 'x'.repeat(70_000) }))).toMatchObject({
      problem: { reason: 'body_too_large' },
    });
  });
});
