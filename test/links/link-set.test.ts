import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compareKeys,
  countLive,
  type LinkRecord,
  lastChange,
  liveLinks,
  recentChanges,
} from '../../src/links/link-set.ts';
import { linkSets } from './arbitraries.ts';

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

test('logins are ordered by their letters, also where they look like numbers or are made of two words', () => {
  const keys = ['8', 'jane-doe', '70', 'jane+bot', 'жанна', 'jane-9', '9-7', '-10', '-9'];
  expect(keys.sort(compareKeys)).toEqual([
    '-9',
    '-10',
    '70',
    '8',
    '9-7',
    'jane-9',
    'jane+bot',
    'jane-doe',
    'жанна',
  ]);
});

test('the order of keys is one: it can be turned round, and has no circles', () => {
  const keys = fc.stringMatching(/^[AЯa]?[A-]{0,2}[0-9]{0,2}$/);
  fc.assert(
    fc.property(keys, keys, keys, (one, two, three) => {
      const isEqual = compareKeys(one, two) === 0;
      expect(Math.sign(compareKeys(one, two))).toBe(isEqual ? 0 : -Math.sign(compareKeys(two, one)));
      expect(isEqual).toBe(one === two);
      const [first = '', second = '', third = ''] = [one, two, three].sort(compareKeys);
      expect([compareKeys(first, second), compareKeys(second, third), compareKeys(first, third)]).toEqual(
        expect.not.arrayContaining([1]),
      );
    }),
  );
});

test('only links that are there are counted: those that are listed', () => {
  const removed: LinkRecord = { added: stampAt(1), removed: stampAt(1) };
  const links = new Map([
    ['TEST-1', { added: stampAt(2), removed: stampAt(1) }],
    ['TEST-2', removed],
    ['TEST-3', { removed: stampAt(3) }],
    ['TEST-4', { added: stampAt(0) }],
  ]);
  expect(countLive(links)).toBe(2);
  fc.assert(fc.property(linkSets, (some) => countLive(some) === liveLinks(some).length));
});

test('a link changed last when it was added or removed last, and never where nothing is known', () => {
  expect(lastChange({ added: stampAt(5), removed: stampAt(3) })).toBe(5);
  expect(lastChange({ added: stampAt(3), removed: stampAt(5) })).toBe(5);
  expect([lastChange({ removed: stampAt(7) }), lastChange({}), lastChange(undefined)]).toEqual([7, 0, 0]);
});

test('the newest changes come first, none older than asked for, and not more', () => {
  const links = new Map([
    ['TEST-1', { added: stampAt(2) }],
    ['TEST-2', { added: stampAt(4) }],
    ['TEST-3', { added: stampAt(3) }],
    ['TEST-4', { added: stampAt(1), removed: stampAt(5) }],
  ]);
  const since = 3;
  expect([...recentChanges(links, { since, atMost: 9 }).keys()]).toEqual(['TEST-4', 'TEST-2', 'TEST-3']);
  expect([...recentChanges(links, { since, atMost: 2 })]).toEqual([
    ['TEST-4', links.get('TEST-4')],
    ['TEST-2', links.get('TEST-2')],
  ]);
});
