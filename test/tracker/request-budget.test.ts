import { expect, test } from '@jest/globals';
import { array, assert, boolean, integer, property, record } from 'fast-check';
import { createRequestBudget } from '../../src/tracker/create-request-budget.ts';
import { forgetful, nowMs } from './fake-line.ts';

test('in no second are there more than 5 searches and 10 other requests', () => {
  const asks = array(record({ afterMs: integer({ min: 0, max: 400 }), isSearch: boolean() }), {
    maxLength: 200,
  });
  assert(
    property(asks, (steps) => {
      let now = nowMs;
      const budget = createRequestBudget(forgetful(), () => now);
      const sent = { search: [] as number[], other: [] as number[] };
      for (const { afterMs, isSearch } of steps) {
        now += afterMs;
        const kind = isSearch ? 'search' : 'other';
        if (budget.take(kind) === 0) sent[kind].push(now);
      }
      for (const [times, most] of [
        [sent.search, 5],
        [sent.other, 10],
      ] as const)
        for (const [index, atMs] of times.entries())
          expect(times.slice(index).filter((later) => later < atMs + 1_000).length).toBeLessThanOrEqual(most);
    }),
  );
});

test('what it says to wait is enough, and a millisecond less is not', () => {
  let now = nowMs;
  const budget = createRequestBudget(forgetful(), () => now);
  for (let count = 0; count < 5; count += 1) {
    expect(budget.take('search')).toBe(0);
    now += 10;
  }
  const waitMs = budget.take('search');
  now += waitMs - 1;
  expect(budget.take('search')).toBe(1);
  now += 1;
  expect(budget.take('search')).toBe(0);
});

test('searches and other requests do not take from each other', () => {
  const budget = createRequestBudget(forgetful(), () => nowMs);
  for (let count = 0; count < 6; count += 1) budget.take('search');
  expect(budget.take('other')).toBe(0);
});

test('several executions on one node share one budget', () => {
  const memory = forgetful();
  for (let count = 0; count < 5; count += 1) createRequestBudget(memory, () => nowMs).take('search');
  expect(createRequestBudget(memory, () => nowMs).take('search')).toBeGreaterThan(0);
});

test('a clock that is put back stops nothing', () => {
  let now = nowMs;
  const budget = createRequestBudget(forgetful(), () => now);
  for (let count = 0; count < 5; count += 1) budget.take('search');
  budget.pause(60_000);
  now -= 365 * 24 * 60 * 60 * 1000;
  expect(budget.take('search')).toBe(0);
});

test('a pause is never longer than a quarter of an hour', () => {
  let now = nowMs;
  const budget = createRequestBudget(forgetful(), () => now);
  budget.pause(Number.MAX_SAFE_INTEGER);
  now += 15 * 60 * 1000;
  expect(budget.take('other')).toBe(0);
});
