const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const longest = 31 * day;

/** Which words tell a distance in time, and how many of its unit it is. */
export interface Distance {
  readonly words: 'now' | `${'minutes' | 'hours' | 'days'}Ago` | `in${'Minutes' | 'Hours' | 'Days'}`;
  readonly count: number;
}

/** How far an instant is from `now`; undefined when a date says it better. */
export function toDistance(instant: Date, now: Date): Distance | undefined {
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  const size = Math.abs(seconds);
  const isPast = seconds < 0;
  if (size < minute) return { words: 'now', count: 0 };
  const count = (unit: number) => Math.abs(Math.round(seconds / unit));
  if (size < hour) return { words: isPast ? 'minutesAgo' : 'inMinutes', count: count(minute) };
  if (size < day) return { words: isPast ? 'hoursAgo' : 'inHours', count: count(hour) };
  return size < longest ? { words: isPast ? 'daysAgo' : 'inDays', count: count(day) } : undefined;
}
