import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { findPeriod, Period, parsePeriod, periodOfMinutes, shiftTimestamp } from '../../src/api/period.ts';

describe('a period', () => {
  test.each([
    ['3w4d23h58m', 'P3W4DT23H58M', 3 * 2400 + 4 * 480 + 23 * 60 + 58],
    ['2h', 'PT2H', 120],
    ['1d 30m', 'P1DT30M', 510],
  ])('%s is %s, and %i minutes of work', (text, iso, minutes) => {
    const period = parsePeriod(text);
    expect([String(period), findPeriod(period)]).toEqual([iso, minutes]);
  });

  test('of milliseconds has hours and smaller units', () => {
    expect(String(new Period(3 * 86_400_000 + 61_000))).toBe('PT72H1M1S');
  });

  test.each(['', 'soon', '5x', '3h2d'])('%p is none', (text) => {
    expect(() => parsePeriod(text)).toThrow('is not a period');
  });

  test('keeps its minutes through the field that stores them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (minutes) => {
        expect(findPeriod(periodOfMinutes(minutes))).toBe(minutes);
      }),
    );
  });

  test('moves a time by the calendar: a day has 24 hours there', () => {
    const start = Date.UTC(2026, 0, 31, 12);
    expect(shiftTimestamp(start, parsePeriod('1d'), 1) - start).toBe(86_400_000);
    expect(shiftTimestamp(start, new Period({ months: 1 }), 1)).toBe(Date.UTC(2026, 2, 3, 12));
    expect(shiftTimestamp(shiftTimestamp(start, parsePeriod('1w2h'), 1), parsePeriod('1w2h'), -1)).toBe(
      start,
    );
  });
});
