import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Finding,
  firstLookMs,
  lastErrand,
  nextErrand,
  nextLook,
  type Progress,
  type Standing,
} from '../../src/writing/settle-schedule.ts';

/** Follows a chain from its first look, given what every look finds; pauses in milliseconds. */
function pausesOf(findings: readonly Finding[], random = 0.5): number[] {
  const pauses = [firstLookMs(random)];
  let progress: Progress | undefined = { look: 1, quiet: 0 };
  for (const finding of findings) {
    const next: ReturnType<typeof nextLook> = progress && nextLook(progress, finding, random);
    if (next === undefined) return pauses;
    pauses.push(next.pauseMs);
    progress = next;
  }
  return pauses;
}

const findings = fc.array(fc.constantFrom<Finding>('missing', 'busy', 'calm'), {
  minLength: 12,
  maxLength: 12,
});
const dice = fc.double({ min: 0, max: 0.999, noNaN: true });

describe('a chain of looks', () => {
  test('on a quiet object is short', () => {
    expect(pausesOf(Array(12).fill('calm'))).toEqual([900, 5_625, 39_375, 337_500, 2_025_000]);
  });

  test('never has more than nine looks, one fewer than YouTrack allows', () => {
    fc.assert(fc.property(findings, dice, (found, random) => pausesOf(found, random).length <= 9));
  });

  test('always ends half an hour after the operation, or later', () => {
    fc.assert(
      fc.property(findings, dice, (found, random) => {
        expect(pausesOf(found, random).at(-1)).toBeGreaterThanOrEqual(1_800_000);
      }),
    );
  });

  test('looks again within seconds where the operation had gone missing', () => {
    expect(Math.max(...pausesOf(Array(5).fill('missing'), 0.99))).toBeLessThan(7_000);
  });

  test('keeps within the ten calls and to its longest pause, whatever errands are run between the looks', () => {
    const steps = fc.array(fc.constantFrom<Finding | 'errand'>('missing', 'busy', 'calm', 'errand'), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(steps, dice, (found, random) => {
        const { calls, longestMs } = follow(found, random);
        expect(calls).toBeLessThanOrEqual(9);
        expect(longestMs).toBeGreaterThanOrEqual(1_800_000);
      }),
    );
  });

  test('has one call more for what the last look finds, where one was kept for it', () => {
    const steps = fc.array(fc.constantFrom<Finding | 'errand'>('missing', 'busy', 'calm', 'errand'), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(steps, dice, (found, random) => {
        const { calls, longestMs, progress } = follow(found, random, { look: 1, quiet: 0, kept: 1 });
        expect(calls).toBeLessThanOrEqual(8);
        expect(longestMs).toBeGreaterThanOrEqual(1_800_000);
        const last = lastErrand(progress);
        expect(last).toMatchObject({ pauseMs: 0 });
        expect(last && follow([], random, last).calls + calls).toBeLessThanOrEqual(9);
      }),
    );
    expect(lastErrand({ look: 6, quiet: 4, errands: 3 })).toBeUndefined();
  });

  test('counts the calls that came before it', () => {
    const begun = { look: 0, quiet: 0, errands: 3 };
    expect(nextLook(begun, 'calm', 0.5)).toEqual({ look: 1, quiet: 0, errands: 3, pauseMs: 900 });
  });

  test('begins as any other once what had been put off is done', () => {
    expect(nextLook({ look: 0, quiet: 0 }, 'missing', 0.5)).toEqual({ look: 1, quiet: 0, pauseMs: 900 });
  });
});

describe('the pause after a look', () => {
  test.each([
    ['missing', 0, 200],
    ['missing', 0.25, 825],
    ['missing', 0.75, 2_075],
    ['busy', 0, 1_500],
    ['busy', 0.25, 2_250],
    ['busy', 0.75, 3_750],
    ['calm', 0, 5_000],
    ['calm', 0.75, 5_938],
  ] as const)('that found the links %s, with the dice at %d, is %d ms', (finding, random, pauseMs) => {
    expect(nextLook({ look: 1, quiet: 0 }, finding, random)).toMatchObject({ look: 2, pauseMs });
  });

  test.each([
    [1, 2_500],
    [2, 3_000],
    [3, 3_500],
    [4, 4_000],
    [5, 6_000],
    [6, 12_000],
    [7, 40_000],
  ])('number %d of many writers is around %d ms, and begins the quiet ones anew', (look, around) => {
    expect(nextLook({ look, quiet: 2 }, 'busy', 1 / 3)).toEqual({
      look: look + 1,
      quiet: 0,
      errands: 0,
      pauseMs: around,
    });
  });

  test.each([
    ['goes on to the longest one where only that is left', { look: 8, quiet: 0 }, 1_800_000],
    ['goes on to the longest one, errands counted', { look: 6, quiet: 0, errands: 2 }, 1_800_000],
    ['is the last but one where two are left', { look: 7, quiet: 0 }, 300_000],
  ])('%s', (_, progress, pauseMs) => {
    expect(nextLook(progress, 'calm', 0)).toMatchObject({ pauseMs });
  });

  test.each([
    { look: 9, quiet: 0 },
    { look: 8, quiet: 0, kept: 1 },
  ])('is none after the last one: %j', (standing) => {
    expect(nextLook(standing, 'calm', 0)).toBeUndefined();
    expect(nextLook(standing, 'missing', 0)).toBeUndefined();
  });

  test('is none after four quiet ones, unless the last look has found the links gone', () => {
    expect(nextLook({ look: 5, quiet: 4 }, 'calm', 0)).toBeUndefined();
    expect(nextLook({ look: 5, quiet: 4 }, 'missing', 0)).toMatchObject({ look: 6, quiet: 0 });
  });
});

describe('a call between two looks', () => {
  test('counts, and leaves the looks as they stand', () => {
    const errand = nextErrand({ look: 2, quiet: 1, errands: 1, kept: 1 }, 1_000.2);
    expect(errand).toEqual({ look: 2, quiet: 1, errands: 2, pauseMs: 1_001 });
  });

  test.each([
    [{ look: 1, quiet: 0, errands: 3 }, true],
    [{ look: 1, quiet: 0, errands: 4 }, false],
    [{ look: 1, quiet: 0, errands: 2, kept: 1 }, true],
    [{ look: 1, quiet: 0, errands: 3, kept: 1 }, false],
    [{ look: 3, quiet: 2, errands: 3 }, true],
    [{ look: 3, quiet: 2, errands: 4 }, false],
    [{ look: 5, quiet: 0 }, false],
  ])('is one that the looks to come can spare: %j, %s', (standing, isSpared) => {
    expect(nextErrand(standing, 0) !== undefined).toBe(isSpared);
  });

  test.each([
    [
      { look: 8, quiet: 4 },
      { look: 9, quiet: 4, errands: 0, pauseMs: 0 },
    ],
    [
      { look: 5, quiet: 4, errands: 3 },
      { look: 6, quiet: 4, errands: 3, pauseMs: 0 },
    ],
    [{ look: 9, quiet: 4 }, undefined],
    [{ look: 5, quiet: 4, errands: 4 }, undefined],
  ])('after the last look is the very last: %j, %j', (progress, expected) => {
    expect(lastErrand(progress)).toEqual(expected);
  });
});

/** Follows a chain some of whose calls ask for an errand; where none is left they go on to the next look. */
function follow(
  steps: readonly (Finding | 'errand')[],
  random: number,
  { kept = 0, ...begun }: Standing = { look: 1, quiet: 0 },
) {
  let progress: Progress = begun;
  let calls = 1;
  let longestMs = 0;
  for (const step of [...steps, ...Array<Finding>(9).fill('calm')]) {
    const errand = step === 'errand' ? nextErrand({ ...progress, kept }, 1_000) : undefined;
    const next = errand ?? nextLook({ ...progress, kept }, step === 'errand' ? 'missing' : step, random);
    if (next === undefined) break;
    progress = next;
    calls += 1;
    longestMs = Math.max(longestMs, next.pauseMs);
  }
  return { calls, longestMs, progress };
}
