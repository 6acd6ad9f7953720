import { describe, expect, test } from '@jest/globals';
import { parseCreateLinks, parseCreateLinksAnywhere } from '../../src/protocol/parse-link-requests.ts';
import { showProblems, withBody, withQueryAndBody } from './requests.ts';

function problemsOf(body: unknown): string[] {
  const parsed = parseCreateLinksAnywhere(withBody(body));
  return parsed.ok ? [] : parsed.problem.problems.map(({ field }) => field);
}

describe('a request to create links', () => {
  test('names a Tracker issue and our objects', () => {
    const parsed = parseCreateLinks(withBody({ issueKey: 'test-1', entityIds: ['DEMO-1', 'user:jane'] }));
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        issueKey: 'TEST-1',
        entityIds: [{ field: 'entityIds[0]', key: { written: 'DEMO-1' } }, { key: { written: 'user:jane' } }],
      },
    });
  });

  test('may leave our objects out where the address names one', () => {
    const parsed = parseCreateLinks(withBody({ issueKey: 'TEST-1' }));
    expect(parsed).toEqual({ ok: true, value: { issueKey: 'TEST-1', entityIds: undefined } });
  });

  test('must name them in the global scope', () => {
    expect(problemsOf({ issueKey: 'TEST-1' })).toEqual(['entityIds']);
  });

  test('may have members nobody knows', () => {
    expect(parseCreateLinks(withBody({ issueKey: 'TEST-1', actor: { имя: 'Яна' } })).ok).toBe(true);
  });

  test('may begin with a byte order mark', () => {
    expect(parseCreateLinks(withBody('\uFEFF{"issueKey":"TEST-1"}')).ok).toBe(true);
  });

  test('tells all malformed fields at once', () => {
    const body = { issueKey: 'nonsense', entityIds: ['DEMO-1', '', 17, null, 'a b', { key: 'DEMO-1' }] };
    expect(problemsOf(body)).toEqual([
      'issueKey',
      'entityIds[1]',
      'entityIds[2]',
      'entityIds[3]',
      'entityIds[4]',
      'entityIds[5]',
    ]);
  });

  test.each([[], 'DEMO-1', {}, null, 0])('is malformed with %j for a list of objects', (entityIds) => {
    expect(problemsOf({ issueKey: 'TEST-1', entityIds })).toEqual(['entityIds']);
    expect(parseCreateLinks(withBody({ issueKey: 'TEST-1', entityIds })).ok).toBe(false);
  });

  test.each(['', ' ', '{', 'null', '[]', '"TEST-1"', '7', '{"issueKey":"TEST-1"} trailing', "{'a':1}"])(
    'is malformed as %j',
    (body) => {
      const malformed = { ok: false, problem: { reason: 'malformed', problems: [{ field: 'body' }] } };
      expect(parseCreateLinks(withBody(body))).toMatchObject(malformed);
      expect(parseCreateLinksAnywhere(withBody(body))).toMatchObject(malformed);
    },
  );

  test('is malformed when it is nested too deep to be shown', () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    const parsed = parseCreateLinks(withBody(`{"issueKey":${deep}}`));
    expect(parsed).toMatchObject({ ok: false, problem: { reason: 'malformed' } });
  });

  test('may have 64 KiB and not a byte more', () => {
    const start = '{"issueKey":"TEST-1","note":"';
    const fitting = `${start}${'я'.repeat((65_536 - start.length - 2) / 2)}"}`;
    expect(Buffer.byteLength(fitting)).toBeGreaterThan(65_534);
    expect(parseCreateLinks(withBody(fitting)).ok).toBe(true);
    expect(parseCreateLinks(withBody(`${fitting}  `))).toMatchObject({
      ok: false,
      problem: { reason: 'body_too_large' },
    });
  });

  test('may name a hundred objects and not one more', () => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `DEMO-${index + 1}`);
    expect(problemsOf({ issueKey: 'TEST-1', entityIds: ids(100) })).toEqual([]);
    expect(parseCreateLinks(withBody({ issueKey: 'TEST-1', entityIds: ids(101) }))).toMatchObject({
      ok: false,
      problem: { reason: 'too_many_ids' },
    });
  });

  test('names too many before it is asked what they are', () => {
    const parsed = parseCreateLinksAnywhere(withBody({ issueKey: '', entityIds: Array(101).fill(null) }));
    expect(showProblems(parsed)).toEqual(['entityIds: at most 100 keys ← 101']);
  });

  test('may name a hundred objects in one text and not one more', () => {
    const text = (count: number) => Array.from({ length: count }, (_, index) => `ДЕМО-${index + 1}`).join();
    expect(problemsOf({ issueKey: 'TEST-1', entityIds: [text(100)] })).toEqual([]);
    const parsed = parseCreateLinksAnywhere(
      withBody({ issueKey: 'TEST-1', entityIds: [text(99), 'A-1 A-2'] }),
    );
    expect(parsed).toMatchObject({ problem: { reason: 'too_many_ids' } });
    expect(showProblems(parsed)).toEqual(['entityIds: at most 100 keys ← 101']);
  });

  test('may name objects by the addresses of their pages', () => {
    const page = 'https://youtrack.example.com/youtrack/users/яна';
    expect(parseCreateLinks(withBody({ issueKey: 'TEST-1', entityIds: [page] }))).toMatchObject({
      value: { entityIds: [{ key: { readings: [{ kind: 'user', key: 'яна' }] } }] },
    });
  });

  test.each([
    '{"__proto__":{"issueKey":"TEST-1"}}',
    '{"issueKey":{"toString":"TEST-1"}}',
    '{"issueKey":["TEST-1"]}',
    '{"issueKey":"TEST-\\u0661"}',
    '{"issueKey":"\\ud800TEST-1"}',
    '{"ISSUEKEY":"TEST-1"}',
  ])('names no Tracker issue as %s', (body) => {
    expect(parseCreateLinks(withBody(body))).toMatchObject({
      problem: { reason: 'malformed', problems: [{ field: 'issueKey' }] },
    });
  });

  test('counts the last of what it says twice', () => {
    expect(parseCreateLinks(withBody('{"issueKey":"TEST-1","issueKey":"TEST-2"}'))).toMatchObject({
      value: { issueKey: 'TEST-2' },
    });
  });
});

describe('the kind in the address of a global request', () => {
  test('an address can say the kind of all keys, for logins that look like the key of a project', () => {
    const parsed = parseCreateLinksAnywhere(
      withQueryAndBody('kind=user', { issueKey: 'TEST-1', entityIds: ['demo', 'X-1'] }),
    );
    expect(parsed).toMatchObject({
      value: {
        entityIds: [
          { key: { readings: [{ kind: 'user', key: 'demo' }] } },
          { key: { readings: [{ kind: 'user', key: 'X-1' }] } },
        ],
      },
    });
  });

  test('a kind that a key denies finds nothing', () => {
    const parsed = parseCreateLinksAnywhere(
      withQueryAndBody('kind=user', { issueKey: 'TEST-1', entityIds: ['project:DEMO'] }),
    );
    expect(parsed).toMatchObject({
      value: { entityIds: [{ key: { written: 'project:DEMO', readings: [] } }] },
    });
  });

  test('an unknown kind is malformed, together with all that is malformed in the body', () => {
    const parsed = parseCreateLinksAnywhere(
      withQueryAndBody('kind=people', { issueKey: 'x', entityIds: [] }),
    );
    expect(parsed).toMatchObject({
      problem: {
        reason: 'malformed',
        problems: [{ field: 'kind' }, { field: 'issueKey' }, { field: 'entityIds' }],
      },
    });
  });
});
