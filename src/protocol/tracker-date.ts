// The years 1 to 9999: what the format's four digits can express.
const firstInstant = -62_135_596_800_000;
const lastInstant = 253_402_300_799_999;

/**
 * An instant (epoch milliseconds) in the only format Tracker reads: `2017-06-11T05:16:01.339+0000`, in UTC, without a
 * colon in the offset and without `Z`. Undefined for what no four-digit year can express.
 */
export function formatTrackerDate(epochMs: number): string | undefined {
  if (!(epochMs >= firstInstant && epochMs <= lastInstant)) return undefined;
  return new Date(epochMs).toISOString().replace('Z', '+0000');
}
