import { describe, expect, test } from '@jest/globals';
import { type RefusalReason, refuse, withProblems } from '../../src/protocol/refusal.ts';
import { statusOf, toRefusalBody, toRefusalText } from '../../src/protocol/refusal-answer.ts';
import { fail, succeed } from '../../src/result.ts';

const problem = (field: string) => ({ field, expected: 'a key', received: '"ключ"' });

/** What each reason is on the wire, and words without which its sentence would not say what to do. */
const reasons: readonly (readonly [RefusalReason, code: string, status: number, words: RegExp])[] = [
  ['malformed', 'malformed', 400, /cannot be understood.*Correct the fields/],
  ['unfilled_variable', 'malformed', 400, /variable came as it is written.*Check that it is spelled/],
  ['forbidden', 'forbidden', 403, /may not change its links.*Ask its project's administrator/],
  ['foreign_identity', 'forbidden', 403, /who somebody else is in Tracker.*Ask a YouTrack administrator/],
  ['foreign_settings', 'forbidden', 403, /may not change what it tells Tracker.*Ask its administrator/],
  ['not_administrator', 'forbidden', 403, /Only people who administer apps.*Ask a YouTrack administrator/],
  ['not_found', 'not_found', 404, /no such object, or you may not see it.*Check the key/],
  ['unreadable_links', 'conflict', 409, /cannot be read, so nothing was changed.*repair the stored value/],
  ['newer_links', 'conflict', 409, /newer version of this app, so nothing was changed.*update the app/],
  ['body_too_large', 'too_large', 413, /body is too large.*Send several smaller/],
  ['too_many_ids', 'too_large', 413, /too many objects.*Send several requests/],
  ['too_many_links', 'too_large', 413, /as many links as it can hold.*Remove some/],
  ['no_room', 'too_large', 413, /no room to store this, and nothing was changed.*Try again tomorrow/],
  ['upstream', 'upstream', 502, /could not do this, and nothing was changed.*Try again later/],
];

describe('a refusal', () => {
  test.each(reasons)(
    'of the reason %s is %s with the status %d and what to do',
    (reason, code, status, words) => {
      const refusal = refuse(reason, [problem('key')]);
      const body = toRefusalBody(refusal);
      expect(statusOf(refusal)).toBe(status);
      expect(body).toEqual({
        error: code,
        error_description: expect.stringMatching(words),
        problems: [problem('key')],
      });
      expect(body.error_description).toMatch(/^[A-Z][^{}]{50,200}\.$/);
    },
  );

  test('names no problem where none is given', () => {
    expect(toRefusalBody(refuse('not_found')).problems).toEqual([]);
  });

  test('in words is the sentence alone where no field is to blame', () => {
    const refusal = refuse('not_found');
    expect(toRefusalText(refusal)).toBe(toRefusalBody(refusal).error_description);
  });

  test('in words names each field, what was expected and what came', () => {
    const refusal = refuse('malformed', [problem('issueKey'), problem('entityIds[3]')]);
    const { error_description } = toRefusalBody(refusal);
    expect(toRefusalText(refusal)).toBe(
      `${error_description} Problems: issueKey: expected a key, received "ключ"; entityIds[3]: expected a key, received "ключ".`,
    );
  });
});

describe('a request of two halves of which one is malformed', () => {
  const own = [problem('kind')];

  test('names the problems of the other half behind its own', () => {
    const other = fail(refuse('malformed', [problem('key')]));
    expect(withProblems(own, other)).toEqual(refuse('malformed', [problem('kind'), problem('key')]));
  });

  test.each([
    ['well-formed', succeed('ключ')],
    ['too large', fail(refuse('body_too_large', [problem('body')]))],
    ['unknown', fail(refuse('not_found', [problem('key')]))],
  ])('names its own alone where the other is %s', (_what, other) => {
    expect(withProblems(own, other)).toEqual(refuse('malformed', own));
  });
});
