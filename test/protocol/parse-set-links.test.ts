import { describe, expect, test } from '@jest/globals';
import { parseSetLinks } from '../../src/protocol/parse-link-requests.ts';
import { showProblems, withBody, withQueryAndBody } from './requests.ts';

const expectedEntityKey = expect.stringMatching(/^entityIds\[\d\](?:\[\d\])?: the key of an issue /);

describe('a request to set links', () => {
  test('names a Tracker issue, our objects, and the kind that alone is meant', () => {
    const body = { issueKey: 'test-1', entityIds: ['project:ДЕМО, DEMO'] };
    expect(parseSetLinks(withQueryAndBody('kind=project', body))).toEqual({
      ok: true,
      value: {
        issueKey: 'TEST-1',
        kind: 'project',
        entityIds: ['project:ДЕМО', 'DEMO'].map((written) => ({
          field: 'entityIds[0]',
          key: { written, readings: [{ kind: 'project', key: written.replace('project:', '') }] },
        })),
      },
    });
  });

  test.each([[[]], [['']], [[' ', ' ,; ']], [[[]]], [[['', ' ']]]])(
    'that leaves none may say so as %j',
    (entityIds) => {
      expect(parseSetLinks(withBody({ issueKey: 'TEST-1', entityIds }))).toEqual({
        ok: true,
        value: { issueKey: 'TEST-1', entityIds: [], kind: undefined },
      });
    },
  );

  test.each([undefined, null, '', 'DEMO-1', {}, 0])('leaves none only by a list, not by %j', (entityIds) => {
    expect(showProblems(parseSetLinks(withBody({ issueKey: 'TEST-1', entityIds })))).toEqual([
      expect.stringContaining('entityIds: a list of 0 to 100 keys ← '),
    ]);
  });

  test('tells all that is malformed at once, the kind first', () => {
    const body = { issueKey: 'ТЕСТ-1', entityIds: [['DEMO-1', 'a b'], null] };
    expect(showProblems(parseSetLinks(withQueryAndBody('kind=задача', body)))).toEqual([
      'kind: one of issue, article, project, user ← "задача"',
      expect.stringMatching(/^issueKey: .* ← "ТЕСТ-1"$/),
      expectedEntityKey,
      expectedEntityKey,
    ]);
  });

  test.each(['', '[]', '{"issueKey":'])('is malformed as %j', (body) => {
    expect(parseSetLinks(withBody(body))).toMatchObject({
      problem: { reason: 'malformed', problems: [{ field: 'body' }] },
    });
  });

  test('may name a hundred objects and not one more, a form in a list of its own', () => {
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `DEMO-${index + 1}`);
    const asked = (entityIds: unknown) => parseSetLinks(withBody({ issueKey: 'TEST-1', entityIds }));
    for (const shape of [(count: number) => [keys(count)], (count: number) => [keys(count).join(' ')]]) {
      expect(asked(shape(100))).toMatchObject({ ok: true });
      expect(asked(shape(101))).toMatchObject({ problem: { reason: 'too_many_ids' } });
      expect(showProblems(asked(shape(101)))).toEqual(['entityIds: at most 100 keys ← 101']);
    }
  });
});
