import { expect, test } from '@jest/globals';
import {
  explainTrackerProblem,
  isPassing,
  isTrackerProblemKind,
} from '../../src/protocol/tracker-problem.ts';

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

test.each([
  ['unauthorized', true],
  ['forbidden', false],
  ['absent', false],
  ['conflict', true],
  ['locked', false],
  ['rejected', false],
  ['rate_limited', true],
  ['over_budget', true],
  ['failing', true],
  ['timeout', true],
  ['unreachable', true],
  ['unreadable', true],
] as const)('%s may pass by itself: %j', (kind, expected) => {
  expect(isPassing({ kind })).toBe(expected);
});

test('what passes by itself says so, unless somebody has to enter a token', () => {
  const passing = kinds.filter((kind) => isPassing({ kind }) && kind !== 'unauthorized');
  for (const kind of kinds) {
    const isSaid = /again by itself/.test(explainTrackerProblem({ kind }, 'en'));
    expect([kind, isSaid]).toEqual([kind, passing.includes(kind)]);
    expect(/сама(?:;|\.)/.test(explainTrackerProblem({ kind }, 'ru'))).toBe(isSaid);
  }
});
