import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parseInstantField } from '../../src/administration/parse-instant.ts';

function parse(text: unknown): number | undefined {
  const parsed = parseInstantField('addedAfter', text);
  return parsed.ok ? parsed.value : undefined;
}

test('every instant that is written in ISO 8601 is read as the same instant', () => {
  const date = fc.date({
    min: new Date('1000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(date, (instant) => {
      expect(parse(instant.toISOString())).toBe(instant.getTime());
    }),
  );
});

test.each([
  ['2026-01-31', '2026-01-31T00:00:00Z'],
  ['2024-02-29', '2024-02-29T00:00:00Z'],
  [' 2026-01-31T09:15Z ', '2026-01-31T09:15:00Z'],
  ['2026-01-31T09:15:01+0300', '2026-01-31T06:15:01Z'],
  ['2026-01-31T01:15:01-03:30', '2026-01-31T04:45:01Z'],
  ['2026-01-31T09:15:01.123456789Z', '2026-01-31T09:15:01.123Z'],
])('%s is %s', (written, instant) => {
  expect(parse(written)).toBe(Date.parse(instant));
});

test.each([
  '2026-02-29',
  '2026-02-30T00:00:00Z',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '2026-01-31T09:15:00',
  '2026-01-31T24:00Z',
  '2026-01-31T09:60Z',
  '2026-01-31T09:15:60Z',
  '2026-01-31T09:15Z+03:00',
  '2026-01-31T09:15+24:00',
  '0001-01-01',
  '1767225600000',
  'вчера',
  17,
  undefined,
])('%j is no instant', (written) => {
  expect(parse(written)).toBeUndefined();
});
