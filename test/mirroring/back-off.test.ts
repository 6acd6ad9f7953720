import { expect, test } from '@jest/globals';
import { afterFailure } from '../../src/mirroring/back-off.ts';

const now = 1_767_225_600_000;
const weekMs = 604_800_000;
const entry = { issueKey: 'TEST-1', wish: 'live', since: 5, attempts: 0, nextAt: 7 } as const;

test.each([
  [0, 5_000],
  [1, 35_000],
  [2, 300_000],
  [3, 1_800_000],
  [4, 3_600_000],
  [40, 3_600_000],
])('after %i failures it is tried again in %i ms, or up to three tenths sooner', (attempts, pauseMs) => {
  const at = (random: number) =>
    afterFailure({ ...entry, attempts }, { kind: 'failing' }, { now, random }).nextAt;
  expect([at(0), at(0.5), at(0.999)]).toEqual([
    now + pauseMs,
    now + pauseMs * 0.85,
    now + Math.ceil(pauseMs * (1 - 0.3 * 0.999)),
  ]);
});

test('not sooner than Tracker says, and in whole milliseconds', () => {
  const wait = (retryAfterMs: number) =>
    afterFailure(entry, { kind: 'rate_limited', retryAfterMs }, { now, random: 0 }).nextAt;
  expect([wait(60_000.2), wait(1_000)]).toEqual([now + 60_001, now + 5_000]);
});

test('the entry says how often, since when and why, without what came of Tracker beside', () => {
  const problem = { kind: 'failing', status: 500, said: 'Ошибка сервера' } as const;
  expect(afterFailure({ ...entry, attempts: 1, echoes: ['DEMO-1'] }, problem, { now, random: 0 })).toEqual({
    issueKey: 'TEST-1',
    wish: 'live',
    since: 5,
    attempts: 2,
    triedSince: now,
    nextAt: now + 35_000,
    problem: { kind: 'failing', said: 'Ошибка сервера' },
    echoes: ['DEMO-1'],
  });
});

test('what Tracker said nothing of has no words, and long words are cut at two hundred characters', () => {
  const problemOf = (said?: string) =>
    afterFailure(entry, { kind: 'timeout', ...(said && { said }) }, { now, random: 0 }).problem;
  expect(problemOf()).toEqual({ kind: 'timeout' });
  expect(Array.from(problemOf('ё'.repeat(201))?.said ?? '').length).toBeLessThanOrEqual(200);
  expect(problemOf('ё'.repeat(200))?.said).toBe('ё'.repeat(200));
});

test('what time cannot help rests until a person says otherwise', () => {
  expect(afterFailure(entry, { kind: 'forbidden' }, { now, random: 0 })).not.toHaveProperty('nextAt');
});

test('it is tried for a week from the first failure on, and then rests', () => {
  const tried = (agoMs: number) =>
    afterFailure({ ...entry, triedSince: now - agoMs, attempts: 9 }, { kind: 'timeout' }, { now, random: 0 });
  expect(tried(weekMs - 1)).toMatchObject({ triedSince: now - weekMs + 1, nextAt: now + 3_600_000 });
  expect(tried(weekMs)).not.toHaveProperty('nextAt');
});
