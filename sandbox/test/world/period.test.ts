import { expect, test } from '@jest/globals';
import { parsePeriod } from '../../src/world/period.ts';

test.each<[string, number | undefined]>([
  ['30m', 30],
  ['2h 30m', 150],
  ['1d', 480],
  ['1w', 2400],
  ['1w 2d 3h 4m', 3544],
  ['PT2H30M', 150],
  ['P1W2DT3H4M', 3544],
  ['P1D', 480],
  ['', undefined],
  ['P', undefined],
  ['PT', undefined],
  ['soon', undefined],
  ['30', undefined],
  ['30м', undefined],
])('the period %j is %s minutes', (text, minutes) => {
  expect(parsePeriod(text)).toBe(minutes);
});
