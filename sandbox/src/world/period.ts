/** The working day and week periods are counted in, as YouTrack's time tracking settings have them by default. */
const minutesPer = { w: 5 * 8 * 60, d: 8 * 60, h: 60, m: 1 } as const;

/**
 * The minutes of a period, written as people do (`1w 2d 3h 4m`) or in the ISO form (`P1W2DT3H4M`); a day has 8 hours
 * and a week 5 days. Undefined when it is neither.
 */
export function parsePeriod(text: string): number | undefined {
  const compact = text.replaceAll(/\s+/g, '').toLowerCase();
  const iso = /^p(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:0s)?)?$/.exec(compact);
  const spoken = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/.exec(compact);
  const parts = (iso ?? spoken)?.slice(1);
  if (parts === undefined || parts.every((part) => part === undefined)) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = parts.map((part) => Number(part ?? 0));
  return weeks * minutesPer.w + days * minutesPer.d + hours * minutesPer.h + minutes * minutesPer.m;
}
