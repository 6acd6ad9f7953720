import { expect, test } from '@jest/globals';
import { explainTrackerProblem, isTrackerProblemKind } from '../../src/protocol/tracker-problem.ts';

const kinds = [
  'unauthorized',
  'forbidden',
  'absent',
  'conflict',
  'locked',
  'rejected',
  'rate_limited',
  'over_budget',
  'failing',
  'timeout',
  'unreachable',
  'unreadable',
] as const;

test.each(kinds)('%s is explained in both languages, with what to do', (kind) => {
  const en = explainTrackerProblem({ kind }, 'en');
  const ru = explainTrackerProblem({ kind }, 'ru');
  expect(en).toMatch(/^[^а-яё]+\.$/i);
  expect(en).toMatch(/\b(Ask|ask|Check|Go on|Nothing has to be done)\b/);
  expect(ru).toMatch(/^(?=.*[а-яё]).+\.$/i);
  expect(ru).toMatch(/опросите|роверьте|родолжите|спросите|Делать ничего не нужно/);
});

test('the kinds are known by name, and nothing else is', () => {
  expect(kinds.every(isTrackerProblemKind)).toBe(true);
  expect(['', 'toString', 'Locked'].some(isTrackerProblemKind)).toBe(false);
});
