import { expect, test } from '@jest/globals';
import type { AllLinksAnswer, AllLinksRow } from '../../../src/administration/all-links-answer.ts';
import type { AdminApi, LinksParameters } from '../../../widgets/administration/admin-api.ts';
import { everyLink } from '../../../widgets/administration/links/links-query.ts';
import { readEveryPage } from '../../../widgets/administration/links/read-every-page.ts';
import { failed, type Outcome } from '../../../widgets/shared/host/failure.ts';

const now = new Date('2026-01-31T00:00:00Z');

function rowOf(number: number): AllLinksRow {
  const tracker = { issueKey: 'TEST-1', url: 'https://tracker.yandex.ru/TEST-1' };
  const added = { addedAt: now.toISOString(), addedBy: 'jane', via: 'youtrack' } as const;
  const entity = {
    kind: 'issue',
    key: `DEMO-${number}`,
    summary: 'Вход',
    entityUrl: `/issue/DEMO-${number}`,
  } as const;
  return { ...tracker, ...added, ...entity };
}

function apiOf(links: (parameters: LinksParameters) => Outcome<AllLinksAnswer>): AdminApi {
  const none = async () => failed('broken');
  const others = {
    samples: none,
    dateLetter: none,
    keepLetter: none,
    audit: none,
    auditOne: none,
    forget: none,
    removeLink: none,
    addLink: none,
  };
  return { registration: none, status: none, ...others, links: async (parameters) => links(parameters) };
}

function pageOf(rows: readonly AllLinksRow[], next?: string): Outcome<AllLinksAnswer> {
  const facets = { projects: [], queues: [], people: [], kinds: [] };
  const answer = { total: rows.length, before: 0, links: rows, people: {}, facets };
  return { ok: true, data: next === undefined ? answer : { ...answer, next } };
}

test('an export follows the cursors to the last page, by key, whatever the length of a page', async () => {
  const asked: LinksParameters[] = [];
  const pages: Readonly<Record<string, Outcome<AllLinksAnswer>>> = {
    '': pageOf([rowOf(1), rowOf(2)], 'second'),
    second: pageOf([], 'third'),
    third: pageOf([rowOf(3)]),
  };
  const api = apiOf((parameters) => {
    asked.push(parameters);
    return pages[parameters.after ?? ''] ?? failed('malformed');
  });
  const read = await readEveryPage({ api, query: { ...everyLink, queue: 'TEST' }, now });
  expect(read).toEqual([rowOf(1), rowOf(2), rowOf(3)]);
  expect(asked.map(({ sort, queue, top, skip }) => [sort, queue, top, skip])).toEqual(
    Array(3).fill(['key', 'TEST', '1000', undefined]),
  );
});

test('an export of which a page fails is no export', async () => {
  const api = apiOf(({ after }) => (after === undefined ? pageOf([rowOf(1)], 'x') : failed('timeout')));
  expect(await readEveryPage({ api, query: everyLink, now })).toEqual({ kind: 'timeout', fields: [] });
});
