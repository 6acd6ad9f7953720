import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatTrackerDate } from '../../src/protocol/tracker-date.ts';

test('a date is written in UTC, without a colon in the offset', () => {
  expect(formatTrackerDate(1_497_158_161_339)).toBe('2017-06-11T05:16:01.339+0000');
});

test("every instant with a year of four digits has Tracker's shape and comes back", () => {
  const instant = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
  fc.assert(
    fc.property(instant, (epochMs) => {
      const written = formatTrackerDate(epochMs) ?? '';
      expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
      expect(Date.parse(written.replace('+0000', 'Z'))).toBe(epochMs);
    }),
  );
});

test.each([
  [-62_135_596_800_000, '0001-01-01T00:00:00.000+0000'],
  [0, '1970-01-01T00:00:00.000+0000'],
  [253_402_300_799_999, '9999-12-31T23:59:59.999+0000'],
])('%d is %s', (epochMs, written) => {
  expect(formatTrackerDate(epochMs)).toBe(written);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, 253_402_300_800_000, -62_135_596_800_001])(
  'there is no date for %d',
  (epochMs) => {
    expect(formatTrackerDate(epochMs)).toBeUndefined();
  },
);
