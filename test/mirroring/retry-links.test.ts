import { expect, test } from '@jest/globals';
import { retryLinks } from '../../src/mirroring/retry-links.ts';
import { fakeEntity } from '../support/fake-host.ts';
import { openPair, owedOf, startMs, storeOwed } from './support/open-pair.ts';

const failed = { wish: 'live', since: 5, attempts: 9, triedSince: 6, problem: { kind: 'forbidden' } };

function open(options: { readonly isVisible?: boolean; readonly mayChangeLinks?: boolean } = {}) {
  const entity = Object.assign(fakeEntity({ key: 'DEMO-1', ...options }), {
    owed: storeOwed([
      { ...failed, issueKey: 'TEST-1' },
      { ...failed, issueKey: 'TEST-2', attempts: 0 },
      { ...failed, issueKey: 'TEST-3', toldAt: startMs },
    ]),
  });
  return { entity, pair: openPair([entity]) };
}

test('everything that is owed is due now and told at once, as something that may have been heard of', () => {
  const { entity, pair } = open();
  expect(retryLinks(pair.host(), { issueKey: undefined })).toEqual({
    ok: true,
    value: { status: 200, body: { key: 'DEMO-1', retried: ['TEST-1', 'TEST-2'] } },
  });
  const { triedSince: _, ...renewed } = { ...failed, nextAt: startMs };
  expect(owedOf(entity)).toEqual([
    { ...renewed, issueKey: 'TEST-1', attempts: 1 },
    { ...renewed, issueKey: 'TEST-2', attempts: 0 },
    { ...failed, issueKey: 'TEST-3', toldAt: startMs },
  ]);
  expect(entity.owes).toBe(true);
  pair.advance(0);
  expect(pair.tracker.calls).toEqual(['list TEST-1', 'list TEST-2']);
});

test('one Tracker issue may be meant', () => {
  const { entity, pair } = open();
  expect(retryLinks(pair.host(), { issueKey: 'TEST-2' })).toMatchObject({
    value: { body: { retried: ['TEST-2'] } },
  });
  expect(owedOf(entity).map(({ nextAt }) => nextAt)).toEqual([undefined, startMs, undefined]);
});

test('where nothing is owed nothing is written and nothing follows', () => {
  const { entity, pair } = open();
  expect(retryLinks(pair.host(), { issueKey: 'TEST-3' })).toMatchObject({ value: { body: { retried: [] } } });
  expect([entity.writes, pair.queue]).toEqual([0, []]);
});

test('it is refused like a change of links: what cannot be seen is not there, what may not be changed is forbidden', () => {
  const hidden = open({ isVisible: false });
  expect(retryLinks(hidden.pair.host(), { issueKey: undefined })).toMatchObject({
    ok: false,
    problem: { reason: 'not_found', problems: [{ field: 'key' }] },
  });
  const read = open({ mayChangeLinks: false });
  expect(retryLinks(read.pair.host(), { issueKey: undefined })).toMatchObject({
    ok: false,
    problem: { reason: 'forbidden', problems: [{ field: 'key', received: '"DEMO-1"' }] },
  });
  expect(read.entity.writes).toBe(0);
});
