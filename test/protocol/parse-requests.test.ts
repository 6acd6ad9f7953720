import { describe, expect, test } from '@jest/globals';
import { parseEnvelope } from '../../src/protocol/parse-envelope.ts';
import {
  parseLinkedQuery,
  parseRemoveLinks,
  parseRemoveLinksAnywhere,
} from '../../src/protocol/parse-link-requests.ts';
import { parseInfoQuery, parseSuggestQuery } from '../../src/protocol/parse-requests.ts';
import { showProblems, withQuery } from './requests.ts';

describe('query parameters', () => {
  test('of a removal name the Tracker issue and our object', () => {
    expect(parseRemoveLinksAnywhere(withQuery('issueKey=test-1&remoteKey=DEMO-1'))).toMatchObject({
      ok: true,
      value: { issueKey: 'TEST-1', remoteKey: { written: 'DEMO-1' } },
    });
  });

  test('of a removal may leave our object out where the address names one', () => {
    expect(parseRemoveLinks(withQuery('issueKey=TEST-1'))).toEqual({
      ok: true,
      value: { issueKey: 'TEST-1', remoteKey: undefined },
    });
  });

  test.each(['', '&remoteKey=', '&remoteKey=%20%09'])('that are optional and %j are left out', (query) => {
    expect(parseRemoveLinks(withQuery(`issueKey=TEST-1${query}`))).toMatchObject({
      value: { remoteKey: undefined },
    });
  });

  test('may be an address of Tracker, escaped', () => {
    const address = encodeURIComponent('https://tracker.yandex.ru/TEST-5?tab=связи');
    expect(parseLinkedQuery(withQuery(`issueKey=${address}`))).toEqual({
      ok: true,
      value: { issueKey: 'TEST-5' },
    });
  });

  test.each([
    [parseRemoveLinksAnywhere, '', ['issueKey', 'remoteKey']],
    [parseRemoveLinksAnywhere, 'issueKey=x&remoteKey=a%0Ab', ['issueKey', 'remoteKey']],
    [parseRemoveLinksAnywhere, 'issueKey=TEST-1&remoteKey=', ['remoteKey']],
    [parseInfoQuery, '', ['key']],
    [parseInfoQuery, 'key=', ['key']],
    [parseInfoQuery, 'key=DEMO-1&key=DEMO-2', ['key']],
    [parseLinkedQuery, 'issueKey=DEMO_1', ['issueKey']],
    [parseSuggestQuery, '', ['input']],
    [parseSuggestQuery, 'input=%20%20', ['input']],
    [parseSuggestQuery, `input=${'x'.repeat(256)}`, ['input']],
  ])('%p of %j are malformed in %j', (parse, query, fields) => {
    const parsed = parse(withQuery(query));
    expect(parsed.ok ? [] : parsed.problem.problems.map(({ field }) => field)).toEqual(fields);
  });

  test('of a search keep its words', () => {
    expect(parseSuggestQuery(withQuery('input=+Вход+на+сайт+'))).toMatchObject({
      ok: true,
      value: { input: 'Вход на сайт' },
    });
  });

  test('of a search keep its kind, and find the keys and pages of this server in its words', () => {
    const input = 'см. demo-1 и https://youtrack.example.com/youtrack/users/яна';
    const found = (query: string) => {
      const parsed = parseSuggestQuery(withQuery(query));
      return (
        parsed.ok &&
        parsed.value.keys.map(({ readings }) => readings.map(({ kind, key }) => `${kind} ${key}`))
      );
    };
    expect(found(`input=${input}`)).toEqual([
      ['issue demo-1', 'project demo-1', 'user demo-1'],
      ['user яна'],
    ]);
    expect(found(`input=${input}&kind=issue`)).toEqual([['issue demo-1'], []]);
    expect(parseSuggestQuery(withQuery('input=demo-1&kind=issue'))).toMatchObject({
      value: { kind: 'issue' },
    });
  });

  test('with an unknown kind are malformed, and a page of this server beside it is not', () => {
    const page = encodeURIComponent('https://youtrack.example.com/youtrack/issue/ДЕМО-1');
    expect(showProblems(parseInfoQuery(withQuery(`kind=задача&key=${page}`)))).toEqual([
      'kind: one of issue, article, project, user ← "задача"',
    ]);
    expect(showProblems(parseSuggestQuery(withQuery('input=x&kind=Issue')))).toEqual([
      'kind: one of issue, article, project, user ← "Issue"',
    ]);
  });

  test.each([
    ['', false],
    ['envelope=', false],
    ['envelope=%20', false],
    ['envelope=false', false],
    ['envelope=true', true],
  ])('%j asks for an envelope: %j', (query, expected) => {
    expect(parseEnvelope(withQuery(query))).toEqual({ ok: true, value: expected });
  });

  test.each(['envelope=1', 'envelope=TRUE', 'envelope=true&envelope=true'])('%j is malformed', (query) => {
    expect(parseEnvelope(withQuery(query)).ok).toBe(false);
  });
});
