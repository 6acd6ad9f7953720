import { expect, test } from '@jest/globals';
import { formatInstant, lastInstant } from '../../src/protocol/instant.ts';

test.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [1_767_614_400_123, '2026-01-05T12:00:00.123Z'],
  [lastInstant, '+275760-09-13T00:00:00.000Z'],
  [lastInstant + 1_000_000_000, '+275760-09-13T00:00:00.000Z'],
  [Number.MAX_VALUE, '+275760-09-13T00:00:00.000Z'],
])('the instant %d is answered as %s', (epochMs, written) => {
  expect(formatInstant(epochMs)).toBe(written);
});
