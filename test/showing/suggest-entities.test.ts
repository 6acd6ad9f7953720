import { describe, expect, test } from '@jest/globals';
import { parseSuggestQuery, type SuggestRequest } from '../../src/protocol/parse-requests.ts';
import { suggestEntities } from '../../src/showing/suggest-entities.ts';
import { withQuery } from '../protocol/requests.ts';
import { fakeEntity, fakeHost, fakeProject } from '../support/fake-host.ts';

function requestOf(input: string): SuggestRequest {
  const request = parseSuggestQuery(withQuery(new URLSearchParams({ input }).toString()));
  if (!request.ok) throw new Error(`${input} is malformed`);
  return request.value;
}

function suggested(host: ReturnType<typeof fakeHost>, input: string) {
  const result = suggestEntities(host, requestOf(input));
  return result.ok ? result.value.body.suggestions.map(({ key }) => key) : [];
}

const issues = Array.from({ length: 15 }, (_, index) => fakeEntity({ key: `DEMO-${index + 1}` }));

describe('suggestions', () => {
  test('begin with the exact key, and name nothing twice', () => {
    const host = fakeHost(issues, { searchIssues: () => [issues[0], issues[1]].flatMap((one) => one ?? []) });
    expect(suggested(host, 'demo-2')).toEqual(['DEMO-2', 'DEMO-1']);
  });

  test('are at most ten', () => {
    expect(suggested(fakeHost(issues, { searchIssues: () => issues }), 'вход')).toHaveLength(10);
  });

  test('leave out what the caller may not see', () => {
    const hidden = fakeEntity({ key: 'DEMO-1', isVisible: false });
    expect(suggested(fakeHost([hidden], { searchIssues: () => [hidden] }), 'DEMO-1')).toEqual([]);
  });

  test.each([
    ['any kind', undefined, ['DEMO-1']],
    ['issues', 'issue', ['DEMO-1']],
    ['articles', 'article', []],
  ] as const)('where %s may be meant are found by words only among issues', (_, kind, expected) => {
    const host = fakeHost(issues, { searchIssues: () => issues.slice(0, 1) });
    const found = suggestEntities(host, { ...requestOf('вход'), kind });
    expect(found.ok && found.value.body.suggestions.map(({ key }) => key)).toEqual(expected);
  });

  test('show no more than the project wants to be shown', () => {
    const secret = fakeEntity({
      key: 'DEMO-1',
      project: fakeProject('DEMO', { own: { trackerDisclosure: 'key' } }),
      facts: { summary: 'secret' },
    });
    expect(JSON.stringify(suggestEntities(fakeHost([secret]), requestOf('DEMO-1')))).not.toContain('secret');
  });
});
