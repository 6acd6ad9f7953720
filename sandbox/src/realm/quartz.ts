import { Cron } from 'croner';

/** Fields of a Quartz expression: how it writes their largest value. */
const largest = ['59', '59', '23', '31', '12', '7', '2099'];
const dayOfMonth = 3;
const dayOfWeek = 5;

/** A schedule's next moment after another one, both epoch milliseconds; undefined when it is over. */
export type NextRun = (afterMs: number) => number | undefined;

/**
 * A Quartz cron expression as schedules of YouTrack's rules have it: seconds first, `?` for the day that does not matter,
 * days of the week counted from Sunday = 1; in UTC.
 * @throws Error with what is wrong
 */
export function parseQuartz(expression: string): NextRun {
  const fields = expression.trim().split(/\s+/);
  if (fields.length < 6 || fields.length > 7)
    throw new Error('it needs six or seven fields, the seconds first');
  if ([fields[dayOfMonth], fields[dayOfWeek]].filter((field) => field === '?').length !== 1) {
    throw new Error("either the day of the month or the day of the week must be '?'");
  }
  const cron = new Cron(fields.map(translate).join(' '), { timezone: 'UTC', paused: true });
  return (afterMs) => cron.nextRun(new Date(afterMs))?.getTime();
}

function translate(field: string, index: number): string {
  if (field === '?') return '*';
  return field
    .split(',')
    .map((part) =>
      (index === dayOfWeek ? shiftDays(part) : part).replace(/^(\d+)\//, `$1-${largestOf(index)}/`),
    )
    .join(',');
}

function largestOf(index: number): string {
  return index === dayOfWeek ? '6' : (largest[index] ?? '');
}

/** `2-6` → `1-5`, `6L` → `5L`, `6#3` → `5#3`; the step of `2/2` stays. */
function shiftDays(part: string): string {
  const [days = '', step] = part.split('/');
  const shifted = days.replace(/(?<!\d)\d+(?=$|-|L|#)/g, (day, at: number) =>
    days[at - 1] === '#' ? day : String(Number(day) - 1),
  );
  return step === undefined ? shifted : `${shifted}/${step}`;
}
