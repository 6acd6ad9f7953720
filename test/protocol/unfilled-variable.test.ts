import { describe, expect, test } from '@jest/globals';
import {
  parseCreateLinks,
  parseLinkedQuery,
  parseRemoveLinks,
} from '../../src/protocol/parse-link-requests.ts';
import { parseInfoQuery } from '../../src/protocol/parse-requests.ts';
import type { RawRequest } from '../../src/protocol/read-request.ts';
import { refuse } from '../../src/protocol/refusal.ts';
import { blameVariable } from '../../src/protocol/unfilled-variable.ts';
import { fail, succeed } from '../../src/result.ts';
import { showProblems, withBody, withQuery } from './requests.ts';

const variable = '{{issue.local.youtrack.json}}';

function reasonOf(parsed: ReturnType<typeof parseCreateLinks>): string {
  return parsed.ok ? 'none' : parsed.problem.reason;
}

describe('a variable that came without its value', () => {
  test.each([
    variable,
    '{{ issue.key }}',
    '{{поле}}',
    '{{issue.fields.Ссылка_1}}',
    '{{a-b}}',
    `{{${'v'.repeat(200)}}}`,
    'https://tracker.yandex.ru/{{issue.key}}',
  ])('in a body is blamed as %j', (text) => {
    expect(reasonOf(parseCreateLinks(withBody({ issueKey: text })))).toBe('unfilled_variable');
  });

  test.each([
    '{issue.key}',
    '{{}}',
    '{{ }}',
    '{{issue key}}',
    '{{issue/key}}',
    '{{issue',
    'issue}}',
    `{{${'v'.repeat(201)}}}`,
  ])('is none as %j', (text) => {
    expect(reasonOf(parseCreateLinks(withBody({ issueKey: text })))).toBe('malformed');
  });

  test.each([
    [parseLinkedQuery, `issueKey=${variable}`, ['issueKey']],
    [parseRemoveLinks, `issueKey=TEST-1&remoteKey=${variable}`, ['remoteKey']],
    [parseInfoQuery, `key=${variable}`, ['key']],
    [parseInfoQuery, `key=DEMO-1&key=${variable}`, ['key']],
  ] as const)('%# in an address is blamed, and the field is named', (parse, query, fields) => {
    const parsed = parse(withQuery(query));
    expect(parsed).toMatchObject({
      problem: { reason: 'unfilled_variable', problems: fields.map((field) => ({ field })) },
    });
  });

  test('outside quotes is shown in place of the body that is no JSON for it', () => {
    const body = `{"issueKey":"TEST-1","note":"${'я'.repeat(200)}","entityIds":${variable}}`;
    const parsed = parseCreateLinks(withBody(body));
    expect(reasonOf(parsed)).toBe('unfilled_variable');
    expect(showProblems(parsed)).toEqual([`body: a value in place of the variable ← "${variable}"`]);
  });

  test('leaves the problems of other fields as they are', () => {
    const parsed = parseCreateLinks(withBody({ issueKey: variable, entityIds: [17] }));
    expect(showProblems(parsed)).toEqual([
      expect.stringContaining(`issueKey: a Tracker issue key such as TEST-123`),
      expect.stringMatching(/^entityIds\[0\]: the key of an issue .* ← 17$/),
    ]);
  });

  test('in what nobody reads spoils nothing', () => {
    expect(parseCreateLinks(withBody({ issueKey: 'TEST-1', note: variable })).ok).toBe(true);
    expect(parseLinkedQuery(withQuery(`issueKey=TEST-1&note=${variable}`)).ok).toBe(true);
    expect(parseLinkedQuery(withQuery(`issueKey=x&note=${variable}`))).toMatchObject({
      problem: { reason: 'malformed' },
    });
  });

  test('is not to blame where a request is refused for anything else', () => {
    const request: RawRequest = { ...withQuery(`key=${variable}`), body: variable };
    const tooLarge = fail(refuse('body_too_large'));
    expect(blameVariable(request, tooLarge)).toBe(tooLarge);
    const fine = succeed('ключ');
    expect(blameVariable(request, fine)).toBe(fine);
  });
});
