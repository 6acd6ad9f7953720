import { expect, test } from '@jest/globals';
import { compareKeys, liveLinks, recentChanges } from '../../src/links/link-set.ts';

function stampAt(at: number) {
  return { at, by: 'jane', via: 'youtrack' } as const;
}

test('links are listed by queue and number', () => {
  const links = new Map(
    ['TEST-10', 'ABC-1', 'TEST-2', 'TEST2-1'].map((key) => [key, { added: stampAt(1) }] as const),
  );
  expect(liveLinks(links).map(({ issueKey }) => issueKey)).toEqual(['ABC-1', 'TEST-2', 'TEST-10', 'TEST2-1']);
});

test('keys of all kinds have an order', () => {
  const keys = ['jane', 'DEMO-10', 'DEMO-A-2', 'DEMO', 'DEMO-9', 'DEMO-A-10'];
  expect(keys.sort(compareKeys)).toEqual(['DEMO', 'DEMO-9', 'DEMO-10', 'DEMO-A-2', 'DEMO-A-10', 'jane']);
});

test('the newest changes come first, and not more than asked for', () => {
  const links = new Map([
    ['TEST-1', { added: stampAt(1) }],
    ['TEST-2', { added: stampAt(1), removed: stampAt(5) }],
    ['TEST-3', { added: stampAt(4) }],
    ['TEST-4', { added: stampAt(3) }],
  ]);
  expect([...recentChanges(links, { since: 3, atMost: 2 }).keys()]).toEqual(['TEST-2', 'TEST-3']);
});
