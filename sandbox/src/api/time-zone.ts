const minuteMs = 60_000;

/** How many minutes a zone is ahead of UTC at a moment. @throws RangeError for a zone that does not exist */
export function offsetOf(timestamp: number, zone: string): number {
  if (zone === 'UTC' || zone === 'GMT') return 0;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(timestamp));
  const [month, day, year, hour, minute, second] = parts
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => Number(value));
  const local = Date.UTC(year ?? 1970, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0);
  return Math.round((local - timestamp) / minuteMs);
}
