import { describe, expect, test } from '@jest/globals';
import { parseDuration } from '../../src/library/parse-duration.ts';

describe('parseDuration', () => {
  test.each<[number | string, number]>([
    [1500, 1_500],
    ['0 s', 0],
    ['2 days', 172_800_000],
    ['1 day', 86_400_000],
    ['1h 30m', 5_400_000],
    ['1 week, 90 seconds', 604_890_000],
    ['1.5 hours', 5_400_000],
    ['20 ms', 20],
    ['5 min', 300_000],
    ['3 Milliseconds', 3],
  ])('%j is %d milliseconds', (duration, ms) => {
    expect(parseDuration(duration)).toBe(ms);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '', 'soon', '2', '2 years', '1h later', 'два дня'])(
    '%j is refused',
    (duration) => {
      expect(() => parseDuration(duration)).toThrow(RangeError);
    },
  );
});
