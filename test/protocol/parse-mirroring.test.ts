import { describe, expect, test } from '@jest/globals';
import {
  parseCandidatesQuery,
  parseDetailsQuery,
  parseOwedFilter,
  parseOwedQuery,
  parseRetryLinks,
} from '../../src/protocol/parse-mirroring.ts';
import { showProblems, withBody, withQuery } from './requests.ts';

const expectedIssueKey = 'a Tracker issue key such as TEST-123, or the address of an issue in Tracker';

describe('a request to tell Tracker again', () => {
  test.each([
    ['', undefined],
    [' \n', undefined],
    ['{}', undefined],
    ['{"issueKey":" "}', undefined],
    ['{"issueKey":"test-1","и":"ещё"}', 'TEST-1'],
  ])('%j is of the issue %s, all where none is named', (body, issueKey) => {
    expect(parseRetryLinks(withBody(body))).toEqual({ ok: true, value: { issueKey } });
  });

  test.each([
    ['{"issueKey":null}', `issueKey: ${expectedIssueKey} ← null`],
    ['{"issueKey":"ТЕСТ-1"}', `issueKey: ${expectedIssueKey} ← "ТЕСТ-1"`],
    ['[]', 'body: a JSON object ← []'],
    ['x', 'body: a JSON object ← "x"'],
  ])('%s is malformed', (body, problem) => {
    expect(showProblems(parseRetryLinks(withBody(body)))).toEqual([problem]);
  });
});

describe('a request for what Tracker says', () => {
  test.each([
    ['', undefined],
    ['language=', undefined],
    ['language=en', 'en'],
    ['language=ru', 'ru'],
  ])('%j is in the language %s', (query, language) => {
    expect(parseDetailsQuery(withQuery(query))).toEqual({ ok: true, value: { language } });
  });

  test.each([
    ['language=EN', 'language: one of en, ru ← "EN"'],
    ['language=русский', 'language: one of en, ru ← "русский"'],
    ['language=en&language=en', 'language: one value ← ["en","en"]'],
  ])('%s is malformed', (query, problem) => {
    expect(showProblems(parseDetailsQuery(withQuery(query)))).toEqual([problem]);
    expect(showProblems(parseCandidatesQuery(withQuery(`input=вход&${query}`)))).toEqual([problem]);
  });
});

describe('a request for the issues that may be meant', () => {
  test('has words and a language', () => {
    expect(parseCandidatesQuery(withQuery('input=+Вход+на+сайт+&language=ru'))).toEqual({
      ok: true,
      value: { input: 'Вход на сайт', language: 'ru' },
    });
  });

  test('may have 255 characters and not one more', () => {
    const asked = (count: number) => parseCandidatesQuery(withQuery(`input=${'ю'.repeat(count)}`));
    expect(asked(255)).toEqual({ ok: true, value: { input: 'ю'.repeat(255), language: undefined } });
    expect(showProblems(asked(256))).toEqual([
      expect.stringMatching(/^input: a text of 1 to 255 characters ← "ю+…$/),
    ]);
  });

  test('without words is malformed, beside all else that is', () => {
    expect(showProblems(parseCandidatesQuery(withQuery('language=de')))).toEqual([
      'input: a text of 1 to 255 characters ← nothing',
      'language: one of en, ru ← "de"',
    ]);
  });
});

describe('a request for what is owed', () => {
  test.each([
    ['', { skip: 0, top: 50 }],
    ['skip=&top=', { skip: 0, top: 50 }],
    ['skip=0&top=1', { skip: 0, top: 1 }],
    ['skip=999999999&top=1000', { skip: 999_999_999, top: 1_000 }],
  ])('%j is of the part %j', (query, part) => {
    expect(parseOwedQuery(withQuery(query))).toEqual({ ok: true, value: part });
  });

  test.each(['-1', '1000000000', '1.5', 'много'])(
    'behind %j is malformed, and so is a part of %j',
    (text) => {
      expect(showProblems(parseOwedQuery(withQuery(`skip=${text}&top=${text}`)))).toEqual([
        `skip: a whole number from 0 to 999999999 ← "${text}"`,
        `top: a whole number from 1 to 1000 ← "${text}"`,
      ]);
    },
  );

  test.each(['0', '1001'])('is not a part of %s', (top) => {
    expect(showProblems(parseOwedQuery(withQuery(`top=${top}`)))).toEqual([
      `top: a whole number from 1 to 1000 ← "${top}"`,
    ]);
  });
});

describe('which of everything owed is meant', () => {
  test.each(['', '\n', '{}', '{"kind":"","key":" ","issueKey":""}'])('is all of it as %j', (body) => {
    expect(parseOwedFilter(withBody(body))).toEqual({
      ok: true,
      value: { kind: undefined, key: undefined, issueKey: undefined },
    });
  });

  test('is what agrees with every member given', () => {
    const filter = { kind: 'project', key: ' ДЕМО ', issueKey: 'https://tracker.yandex.ru/TEST-5' };
    expect(parseOwedFilter(withBody(filter))).toEqual({
      ok: true,
      value: { kind: 'project', key: 'ДЕМО', issueKey: 'TEST-5' },
    });
  });

  test('is malformed in all its members at once', () => {
    const filter = { kind: 'Issue', key: 'ю'.repeat(101), issueKey: ['TEST-1'] };
    expect(showProblems(parseOwedFilter(withBody(filter)))).toEqual([
      'kind: one of issue, article, project, user ← "Issue"',
      expect.stringMatching(/^key: a text of 1 to 100 characters ← "ю+…$/),
      `issueKey: ${expectedIssueKey} ← ["TEST-1"]`,
    ]);
  });

  test.each(['null', '{'])('is malformed as %s', (body) => {
    expect(parseOwedFilter(withBody(body))).toMatchObject({
      problem: { reason: 'malformed', problems: [{ field: 'body' }] },
    });
  });
});
