import { expect, test } from '@jest/globals';
import type { AllLinksRow } from '../../../src/administration/all-links-answer.ts';
import { toCsv } from '../../../widgets/administration/links/to-csv.ts';

const row: AllLinksRow = {
  kind: 'issue',
  key: 'DEMO-1',
  summary: 'Оплата',
  project: 'DEMO',
  entityUrl: '/issue/DEMO-1',
  issueKey: 'TEST-1',
  url: 'https://tracker.yandex.ru/TEST-1',
  addedAt: '2026-01-31T09:15:00.000Z',
  addedBy: 'jane',
  via: 'youtrack',
};

function cellsOf(summary: string): string | undefined {
  return toCsv([{ ...row, summary }]).split('\r\n')[1];
}

test('a line of names, a line for each link, and a mark that it is Unicode', () => {
  expect(toCsv([row])).toBe(
    '\uFEFFkind,key,summary,project,issueKey,url,addedAt,addedBy,via,entityUrl\r\n' +
      'issue,DEMO-1,Оплата,DEMO,TEST-1,https://tracker.yandex.ru/TEST-1,2026-01-31T09:15:00.000Z,jane,youtrack,/issue/DEMO-1\r\n',
  );
});

test('commas, quotes and line breaks stay within their cell', () => {
  expect(cellsOf('a, "b"')).toContain('DEMO-1,"a, ""b""",DEMO');
});

test('what a spreadsheet would run as a formula is harmless', () => {
  expect(cellsOf('=1+2')).toContain(",'=1+2,");
  expect(cellsOf('@x')).toContain(",'@x,");
});

test('a user has no project', () => {
  const { project: _, ...user } = row;
  expect(toCsv([user]).split('\r\n')[1]).toContain('Оплата,,TEST-1');
});
