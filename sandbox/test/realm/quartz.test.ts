import { describe, expect, test } from '@jest/globals';
import { parseQuartz } from '../../src/realm/quartz.ts';

/** A Monday noon. */
const after = Date.UTC(2026, 0, 5, 12);

const rows: readonly (readonly [expression: string, next: string])[] = [
  ['0 * * * * ?', '2026-01-05T12:01:00.000Z'],
  ['0 0/5 * * * ?', '2026-01-05T12:05:00.000Z'],
  ['0/5 * * * * ?', '2026-01-05T12:00:05.000Z'],
  ['0 0 * * * ?', '2026-01-05T13:00:00.000Z'],
  ['0 0 12 * * ?', '2026-01-06T12:00:00.000Z'],
  ['0 0 10 ? * MON-FRI', '2026-01-06T10:00:00.000Z'],
  ['0 0 10 ? * 2', '2026-01-12T10:00:00.000Z'],
  ['0 0 10 ? * 1', '2026-01-11T10:00:00.000Z'],
  ['0 0 10 ? * 2-6', '2026-01-06T10:00:00.000Z'],
  ['0 0 10 ? * 2/2', '2026-01-07T10:00:00.000Z'],
  ['0 15 10 ? * 6L', '2026-01-30T10:15:00.000Z'],
  ['0 15 10 ? * 6#3', '2026-01-16T10:15:00.000Z'],
  ['0 15 10 15 * ?', '2026-01-15T10:15:00.000Z'],
  ['0 15 10 L * ?', '2026-01-31T10:15:00.000Z'],
  ['0 0 0 1 1 ? 2027', '2027-01-01T00:00:00.000Z'],
];

describe('a Quartz expression', () => {
  test.each(rows)('%s is next due at %s', (expression, next) => {
    expect(new Date(parseQuartz(expression)(after) ?? 0).toISOString()).toBe(next);
  });

  test.each([
    ['* * * * *', 'six or seven fields'],
    ['0 0 12 * * *', "must be '?'"],
    ['0 0 12 ? * ?', "must be '?'"],
    ['0 0 25 * * ?', 'hour'],
  ])('%s is refused', (expression, reason) => {
    expect(() => parseQuartz(expression)).toThrow(reason);
  });
});
