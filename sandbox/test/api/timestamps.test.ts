import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { formatTimestamp } from '../../src/api/format-timestamp.ts';
import { parseTimestamp } from '../../src/api/parse-timestamp.ts';

const moment = Date.UTC(2026, 0, 5, 13, 7, 9, 42);

describe('formatting as Java’s SimpleDateFormat does', () => {
  test.each([
    ['yyyy-MM-dd HH:mm', 'UTC', '2026-01-05 13:07'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSZ", 'UTC', '2026-01-05T13:07:09.042+0000'],
    ["yyyy-MM-dd'T'HH:mm:ssX", 'UTC', '2026-01-05T13:07:09Z'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", 'Europe/Berlin', '2026-01-05T14:07:09+01:00'],
    ['yyyy-MM-dd HH:mm Z', 'Asia/Kolkata', '2026-01-05 18:37 +0530'],
    ['EEE, d MMM yy', 'UTC', 'Mon, 5 Jan 26'],
    ['EEEE d MMMM', 'UTC', 'Monday 5 January'],
    ['h:mm a', 'UTC', '1:07 PM'],
    ["'o''clock' H", 'UTC', "o'clock 13"],
    ['H:m:s', 'America/New_York', '8:7:9'],
  ])('%s in %s', (format, zone, text) => {
    expect(formatTimestamp(moment, format, zone)).toBe(text);
  });

  test('a letter that is not emulated is an error that names it', () => {
    expect(() => formatTimestamp(moment, 'w', 'UTC')).toThrow("date format letter 'w' is not emulated");
  });
});

describe('parsing', () => {
  test.each([
    ['2026-01-05 13:07', ['yyyy-MM-dd HH:mm'], 'UTC', Date.UTC(2026, 0, 5, 13, 7)],
    ['2026-01-05 13:07', ['dd.MM.yyyy', 'yyyy-MM-dd HH:mm'], 'Europe/Berlin', Date.UTC(2026, 0, 5, 12, 7)],
    ['2026-07-05 13:07', ['yyyy-MM-dd HH:mm'], 'Europe/Berlin', Date.UTC(2026, 6, 5, 11, 7)],
    [
      '2026-01-05T13:07:09.042+0300',
      ["yyyy-MM-dd'T'HH:mm:ss.SSSZ"],
      'UTC',
      Date.UTC(2026, 0, 5, 10, 7, 9, 42),
    ],
    ['5 January 2026', ['d MMMM yyyy'], 'UTC', Date.UTC(2026, 0, 5)],
    ['1:07 PM 05/01/26', ['h:mm a dd/MM/yy'], 'UTC', Date.UTC(2026, 0, 5, 13, 7)],
    ['20260105', ['yyyyMMdd'], 'UTC', Date.UTC(2026, 0, 5)],
  ])('%s', (text, formats, zone, timestamp) => {
    expect(parseTimestamp(text, formats, zone)).toBe(timestamp);
  });

  test('what no format fits is an error', () => {
    expect(() => parseTimestamp('завтра', ['yyyy'], 'UTC')).toThrow('Unparseable date: "завтра"');
  });

  test('gives back what was formatted, in any zone', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Auckland',
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), zones, (seconds, zone) => {
        const format = "yyyy-MM-dd'T'HH:mm:ssXXX";
        expect(parseTimestamp(formatTimestamp(seconds * 1000, format, zone), [format], 'UTC')).toBe(
          seconds * 1000,
        );
      }),
    );
  });
});
