import { expect, test } from '@jest/globals';
import type { AllLinksRow } from '../../../src/administration/all-links-answer.ts';
import { groupLinks } from '../../../widgets/administration/links/group-links.ts';

function linkOf(kind: AllLinksRow['kind'], key: string, issueKey: string): AllLinksRow {
  return {
    kind,
    key,
    issueKey,
    summary: 'Вход',
    entityUrl: `/${key}`,
    url: `https://tracker.yandex.ru/${issueKey}`,
    addedAt: '2026-02-03T04:05:06Z',
    addedBy: 'jane',
    via: 'youtrack',
  };
}

test('each object comes once, with all its links, in the order in which they came', () => {
  const links = [
    linkOf('issue', 'DEMO-2', 'TEST-9'),
    linkOf('user', 'demo', 'TEST-1'),
    linkOf('project', 'demo', 'TEST-1'),
    linkOf('issue', 'DEMO-2', 'TEST-3'),
  ];
  const groups = groupLinks(links).map((group) => group.map(({ kind, issueKey }) => `${kind} ${issueKey}`));
  expect(groups).toEqual([['issue TEST-9', 'issue TEST-3'], ['user TEST-1'], ['project TEST-1']]);
});
