import { expect, test } from '@jest/globals';
import { findIssueByKey } from '../../src/mirroring/find-issue-by-key.ts';
import { parseIssue } from '../../src/tracker/parse-issue.ts';

test('an issue as Tracker’s documentation shows it', () => {
  expect(
    parseIssue({
      self: 'https://api.tracker.yandex.net/v3/issues/TREK-9844',
      id: '593cd211ef7e8a332414f2a7',
      key: 'TREK-9844',
      version: 7,
      summary: 'Перенести отчёты',
      aliases: ['JUNE-3'],
      status: { id: '1', key: 'inProgress', display: 'В работе' },
      resolution: { id: 1, key: 'fixed', display: 'Решен' },
      assignee: { id: '1120000000049224', display: 'Ирина Ковалёва' },
      deadline: '2026-12-01',
      updatedAt: '2017-07-18T13:33:44.291+0000',
    }),
  ).toEqual({
    key: 'TREK-9844',
    aliases: ['JUNE-3'],
    summary: 'Перенести отчёты',
    status: 'В работе',
    resolution: 'Решен',
    assignee: 'Ирина Ковалёва',
    deadline: '2026-12-01',
    updatedAt: Date.UTC(2017, 6, 18, 13, 33, 44, 291),
  });
});

test.each([
  [
    {
      key: 'A-1',
      summary: null,
      status: null,
      assignee: [],
      deadline: '1.12.2026',
      updatedAt: 'вчера',
      aliases: 'A-2',
    },
  ],
  [{ key: 'A-1', updatedAt: 1e300 }],
  [{ key: 'A-1', updatedAt: -8_640_000_000_000_001 }],
  [{ key: 'A-1', deadline: '2026-13-41', aliases: [null, 5, 'нет', 'A-1'] }],
])('what cannot be understood is left out: %j', (issue) => {
  expect(parseIssue(issue)).toEqual({ key: 'A-1', aliases: [] });
});

test.each([
  [{ status: 'Открыт' }, 'Открыт'],
  [{ status: { key: 'open' } }, 'open'],
  [{ status: { id: 7 } }, '7'],
])('a status is shown by what there is of it: %j', (issue, status) => {
  expect(parseIssue({ key: 'A-1', ...issue })?.status).toBe(status);
});

test.each([[{}], [{ key: 5 }], [{ key: 'а-1' }], [{ key: 'A' }], [{ key: null }]])(
  '%j is no issue that could be stored',
  (issue) => {
    expect(parseIssue(issue)).toBeUndefined();
  },
);

test('an issue is found by a former key, but a current one goes first', () => {
  const moved = { key: 'B-1', aliases: ['A-1'] };
  expect(findIssueByKey([moved], 'A-1')).toBe(moved);
  const owner = { key: 'A-1', aliases: [] };
  expect(findIssueByKey([moved, owner], 'A-1')).toBe(owner);
  expect(findIssueByKey([moved], 'C-1')).toBeUndefined();
});

test('a long text is never cut in half a character', () => {
  const issue = parseIssue({
    key: 'A-1',
    summary: `я${'💥'.repeat(2_000)}`,
    status: `я${'💥'.repeat(2_000)}`,
  });
  expect(issue?.summary).toMatch(/^я(?:💥)+$/u);
  expect(issue?.status).toMatch(/^я(?:💥)+$/u);
});
