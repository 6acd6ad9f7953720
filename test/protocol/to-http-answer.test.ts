import { describe, expect, test } from '@jest/globals';
import { refuse } from '../../src/protocol/refusal.ts';
import { toEnvelopedAnswer, toHttpAnswer } from '../../src/protocol/to-http-answer.ts';
import { fail, succeed } from '../../src/result.ts';

const reply = succeed({ status: 202 as const, body: { issueKey: 'TEST-1' } });

describe('an answer', () => {
  test('carries the status of the reply', () => {
    expect(toHttpAnswer(reply)).toEqual({ status: 202, body: { issueKey: 'TEST-1' } });
  });

  test('in an envelope is always 200', () => {
    expect(toEnvelopedAnswer(reply)).toEqual({
      status: 200,
      body: { ok: true, data: { issueKey: 'TEST-1' } },
    });
    expect(toEnvelopedAnswer(fail(refuse('not_found')))).toMatchObject({
      status: 200,
      body: { ok: false, status: 404, problem: { error: 'not_found', problems: [] } },
    });
  });

  test.each([
    ['malformed', 'malformed', 400],
    ['forbidden', 'forbidden', 403],
    ['not_found', 'not_found', 404],
    ['unreadable_links', 'conflict', 409],
    ['newer_links', 'conflict', 409],
    ['body_too_large', 'too_large', 413],
    ['too_many_ids', 'too_large', 413],
    ['too_many_links', 'too_large', 413],
    ['upstream', 'upstream', 502],
  ] as const)('that refuses as %s says %s with status %d and what to do', (reason, code, status) => {
    const problems = [{ field: 'key', expected: 'a key', received: 'nothing' }];
    const answer = toHttpAnswer(fail(refuse(reason, problems)));
    expect(answer).toMatchObject({ status, body: { error: code, problems } });
    expect((answer.body as { error_description: string }).error_description).toMatch(/^[A-Z].{30,}\.$/);
  });
});
