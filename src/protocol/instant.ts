/** The last instant that a `Date` can hold, in epoch milliseconds. */
export const lastInstant = 8_640_000_000_000_000;

/** An instant as it is answered, `2026-01-05T12:00:00.000Z`; of one after the last, the last. */
export function formatInstant(epochMs: number): string {
  return new Date(Math.min(epochMs, lastInstant)).toISOString();
}
