import { describe, expect, test } from '@jest/globals';
import { parseAllLinksQuery } from '../../src/administration/parse-all-links-query.ts';
import { parseAuditQuery } from '../../src/administration/parse-audit.ts';
import { parseProjectLinkedQuery } from '../../src/pages/parse-project-linked.ts';
import type { RawRequest } from '../../src/protocol/read-request.ts';
import type { Refusal } from '../../src/protocol/refusal.ts';
import type { Result } from '../../src/result.ts';
import { withQuery } from '../protocol/requests.ts';

type Parse = (request: RawRequest) => Result<unknown, Refusal>;

function read(parse: Parse, query: string): unknown {
  const parsed = parse(withQuery(query));
  return parsed.ok ? parsed.value : parsed.problem;
}

function problemsOf(parse: Parse, query: string): string[] {
  const parsed = parse(withQuery(query));
  return parsed.ok ? [] : parsed.problem.problems.map(({ field }) => field);
}

const blank = '%20%09';

describe('a page of a list', () => {
  test('is the first fifty when nothing is said', () => {
    expect(read(parseAuditQuery, '')).toEqual({ key: undefined, skip: 0, top: 50 });
  });

  test.each([
    ['-1', '0'],
    ['1.5', '201'],
    ['1e3', '-5'],
    ['0x10', '١'],
    ['1000000000', '999999999999999999999'],
    ['null', '01'],
  ])('cannot skip %s nor have %s', (skip, top) => {
    const query = new URLSearchParams({ skip, top }).toString();
    expect(problemsOf(parseAuditQuery, query)).toEqual(['skip', 'top']);
  });
});

describe("a project's linked objects", () => {
  test('can be filtered by text and kind', () => {
    const query = 'text=%20%D0%BF%D0%BE%D0%B8%D1%81%D0%BA&kind=article&skip=200&top=200';
    expect(read(parseProjectLinkedQuery, query)).toEqual({
      text: 'поиск',
      kind: 'article',
      skip: 200,
      top: 200,
    });
  });

  test('are all of them where the filters are blank, as an empty form sends them', () => {
    const query = `text=${blank}&kind=&skip=&top=`;
    expect(read(parseProjectLinkedQuery, query)).toEqual({ skip: 0, top: 50 });
  });

  test('refuse every malformed parameter at once', () => {
    const query = `text=${'x'.repeat(101)}&kind=project&skip=x&top=201`;
    expect(problemsOf(parseProjectLinkedQuery, query)).toEqual(['text', 'kind', 'skip', 'top']);
  });

  test('refuse a parameter that is given twice', () => {
    expect(problemsOf(parseProjectLinkedQuery, 'kind=issue&kind=issue')).toEqual(['kind']);
  });
});

describe('the links of the whole system', () => {
  test('come newest first when nothing is said', () => {
    expect(read(parseAllLinksQuery, '')).toEqual({ sort: '-addedAt', skip: 0, top: 50 });
  });

  test('can be filtered by everything at once', () => {
    const query =
      'project=demo&kind=user&queue=test&who=jane@example.com&via=tracker&addedAfter=2026-01-31' +
      '&addedBefore=2026-02-01T03:00:00.5%2B03:00&text=Вход&sort=-issueKey&skip=1000&top=1000';
    expect(read(parseAllLinksQuery, query)).toEqual({
      project: 'demo',
      kind: 'user',
      queue: 'TEST',
      who: 'jane@example.com',
      via: 'tracker',
      addedAfter: Date.UTC(2026, 0, 31),
      addedBefore: Date.UTC(2026, 1, 1) + 500,
      text: 'Вход',
      sort: '-issueKey',
      skip: 1_000,
      top: 1_000,
    });
  });

  test('refuse every malformed parameter at once', () => {
    const query =
      `project=a/b&kind=issues&queue=%D0%A2&who=${'x'.repeat(256)}&via=app&addedAfter=yesterday` +
      `&addedBefore=2026-02-30&text=${'x'.repeat(101)}&sort=summary&skip=-1&top=1001`;
    expect(problemsOf(parseAllLinksQuery, query)).toEqual([
      'project',
      'kind',
      'queue',
      'who',
      'via',
      'addedAfter',
      'addedBefore',
      'text',
      'sort',
      'skip',
      'top',
    ]);
  });

  test.each(['constructor', '__proto__', '-', '--addedAt', 'ADDEDAT'])('cannot be sorted by %s', (sort) => {
    expect(problemsOf(parseAllLinksQuery, `sort=${sort}`)).toEqual(['sort']);
  });
});

test('the audit of one object is asked for by its key', () => {
  expect(read(parseAuditQuery, 'key=user:jane')).toMatchObject({
    key: { readings: [{ kind: 'user', key: 'jane' }] },
  });
  expect(problemsOf(parseAuditQuery, 'key=a%20b')).toEqual(['key']);
});
