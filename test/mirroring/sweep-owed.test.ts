import { expect, test } from '@jest/globals';
import { sweepOwed } from '../../src/mirroring/sweep-owed.ts';
import { encodeMemo, parseMemo } from '../../src/mirroring/tell-memo.ts';
import { parseTellState } from '../../src/writing/tell-state.ts';
import { fakeEntity } from '../support/fake-host.ts';
import { forgetful } from '../tracker/fake-line.ts';
import { openPair } from './support/open-pair.ts';

test('of many runs of one hour the first has everything owed told at once', () => {
  const pair = openPair([fakeEntity({ key: 'DEMO-1' })]);
  const memory = forgetful();
  sweepOwed(pair.host(), memory);
  expect(pair.queue.map(({ name, delayMs }) => [name, delayMs])).toEqual([['tellTracker', 0]]);
  const state = parseTellState(pair.queue[0]?.state ?? '');
  expect(state).toMatchObject({ ok: true, value: { calls: 1, checks: [] } });
  expect(state.ok && state.value).not.toHaveProperty('of');
  pair.wait(59_999);
  sweepOwed(pair.host(), memory);
  expect(pair.queue).toHaveLength(1);
  pair.wait(1);
  sweepOwed(pair.host(), memory);
  expect(pair.queue).toHaveLength(2);
});

test('a clock that was put back keeps nothing from being told', () => {
  const pair = openPair([fakeEntity({ key: 'DEMO-1' })]);
  const memory = forgetful();
  sweepOwed(pair.host(), memory);
  pair.wait(-60_000);
  sweepOwed(pair.host(), memory);
  expect(pair.queue).toHaveLength(2);
});

test('a memo is read as it was written, and nothing is known of anything else', () => {
  const memo = { asks: 'first', told: 'gone', isChecked: true, attempts: 3 } as const;
  expect(parseMemo(encodeMemo(memo))).toEqual(memo);
  expect(['', 'не JSON', 'null'].map(parseMemo)).toEqual([{}, {}, {}]);
});
