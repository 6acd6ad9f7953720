import { describe, expect, test } from '@jest/globals';
import { limitLinks, parseCreateLinks, tooManyIds } from '../../src/protocol/parse-link-requests.ts';
import { showProblems, withBody } from './requests.ts';

const numbered = (queue: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${queue}-${index + 1}`);

describe('a request to link several Tracker issues', () => {
  test('names each once, in the order of the request', () => {
    const body = { issueKeys: ['test-2', 'TEST-1', 'https://tracker.yandex.ru/TEST-2'], комментарий: 'да' };
    expect(parseCreateLinks(withBody(body))).toEqual({
      ok: true,
      value: { issueKeys: ['TEST-2', 'TEST-1'], entityIds: undefined },
    });
  });

  test('may name our objects', () => {
    const parsed = parseCreateLinks(
      withBody({
        issueKeys: ['TEST-1'],
        entityIds: ['ДЕМО-1', 'https://youtrack.example.com/youtrack/issue/DEMO-2'],
      }),
    );
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        issueKeys: ['TEST-1'],
        entityIds: [
          { field: 'entityIds[0]', key: { written: 'ДЕМО-1' } },
          { field: 'entityIds[1]', key: { readings: [{ kind: 'issue', key: 'DEMO-2' }] } },
        ],
      },
    });
  });

  test('is malformed beside a single one, because either may be meant', () => {
    const body = { issueKey: 'TEST-1', issueKeys: ['TEST-2'] };
    expect(showProblems(parseCreateLinks(withBody(body)))).toEqual([
      'issueKey: either issueKey or issueKeys ← "TEST-1"',
    ]);
  });

  test.each([
    [[], '[]'],
    [null, 'null'],
    ['TEST-1', '"TEST-1"'],
  ])('is malformed with %j for a list of them', (issueKeys, received) => {
    expect(showProblems(parseCreateLinks(withBody({ issueKeys })))).toEqual([
      `issueKeys: a list of 1 to 100 values ← ${received}`,
    ]);
  });

  test('tells all that is malformed at once', () => {
    const body = { issueKey: null, issueKeys: ['TEST-1', 'ТЕСТ-2'], entityIds: [['DEMO-1']] };
    expect(showProblems(parseCreateLinks(withBody(body)))).toEqual([
      'issueKey: either issueKey or issueKeys ← null',
      expect.stringMatching(/^issueKeys\[1\]: .* ← "ТЕСТ-2"$/),
      expect.stringMatching(/^entityIds\[0\]: .* ← \["DEMO-1"\]$/),
    ]);
  });

  test('makes a hundred links and not one more', () => {
    const asked = (issues: number, objects: number) =>
      parseCreateLinks(
        withBody({ issueKeys: numbered('TEST', issues), entityIds: numbered('DEMO', objects) }),
      );
    expect([asked(100, 1), asked(50, 2), asked(1, 100)].map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(asked(101, 1)).toMatchObject({ problem: { reason: 'too_many_ids' } });
    expect(showProblems(asked(101, 1))).toEqual(['issueKeys: at most 100 keys ← 101']);
    expect(showProblems(asked(34, 3))).toEqual(['issueKeys: at most 100 keys ← 102']);
  });

  test('counts one link to each where no object is named', () => {
    const asked = (count: number) => limitLinks({ issueKeys: numbered('TEST', count), entityIds: undefined });
    expect(asked(100)).toEqual({
      ok: true,
      value: { issueKeys: numbered('TEST', 100), entityIds: undefined },
    });
    expect(showProblems(asked(101))).toEqual(['issueKeys: at most 100 keys ← 101']);
  });
});

test('a request that names too much says of what, how much it may, and how much it does', () => {
  expect(tooManyIds(11, 'keys', 10)).toEqual({
    reason: 'too_many_ids',
    problems: [{ field: 'keys', expected: 'at most 10 keys', received: '11' }],
  });
  expect(tooManyIds(101).problems).toEqual([
    { field: 'entityIds', expected: 'at most 100 keys', received: '101' },
  ]);
});
