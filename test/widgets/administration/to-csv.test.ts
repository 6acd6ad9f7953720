import { expect, test } from '@jest/globals';
import type { AllLinksRow } from '../../../src/administration/all-links-answer.ts';
import { toCsv, toSheet } from '../../../widgets/administration/links/to-csv.ts';

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
  return toCsv([{ ...row, summary }], 'en').split('\r\n')[1];
}

test('a line of names, a line for each link, and a mark that it is Unicode', () => {
  expect(toCsv([row], 'en')).toBe(
    '\uFEFFkind,key,summary,project,issueKey,url,addedAt,addedBy,via,entityUrl\r\n' +
      'issue,DEMO-1,Оплата,DEMO,TEST-1,https://tracker.yandex.ru/TEST-1,2026-01-31T09:15:00.000Z,jane,youtrack,/issue/DEMO-1\r\n',
  );
});

test('commas, quotes and line breaks stay within their cell', () => {
  expect(cellsOf('a, "b"')).toContain('DEMO-1,"a, ""b""",DEMO');
});

test.each([
  ['=1+2', "'=1+2"],
  ['@x', "'@x"],
  ['＝1+2', "'＝1+2"],
  ['  =1+2', "  '=1+2"],
  ['Оплата;=1+2', `"Оплата;'=1+2"`],
  ['Оплата, -1', `"Оплата, '-1"`],
  ['Оплата\t＋1', `"Оплата\t'＋1"`],
  ['a|@x', `"a|'@x"`],
  ['a"=1', `"a""'=1"`],
  ['a = b - c', 'a = b - c'],
])('what a spreadsheet would run as a formula, wherever it splits, is harmless: %j', (summary, cell) => {
  expect(cellsOf(summary)).toContain(`,${cell},`);
});

test('the separator is the one that spreadsheets of the language expect', () => {
  const lines = toCsv([row], 'ru').split('\r\n');
  expect(lines[0]).toContain('kind;key;summary');
  expect(lines[1]).toContain('issue;DEMO-1;Оплата;DEMO');
});

test('for the clipboard cells are apart by tabs, without a mark', () => {
  const [names, line] = toSheet([row]).split('\r\n');
  expect(names).toMatch(/^kind\tkey\t/);
  expect(line).toContain('issue\tDEMO-1\tОплата\tDEMO');
});

test('a user has no project', () => {
  const { project: _, ...user } = row;
  expect(toCsv([user], 'en').split('\r\n')[1]).toContain('Оплата,,TEST-1');
});

test.each([
  ['Оплата \u202Eкартой', 'Оплата картой'],
  ['\u2067=1+2', "'=1+2"],
  ['\u200F\u200E', ''],
])('marks of the writing direction do not reach beyond their cell: %j', (summary, cell) => {
  expect(cellsOf(summary)).toContain(`DEMO-1,${cell},DEMO`);
});
