import { fieldProblem } from '../protocol/field-problem.ts';
import type { FieldResult } from '../protocol/read-request.ts';
import { fail, succeed } from '../result.ts';

const written =
  /^([1-9]\d{3})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d)))?$/;

const minuteMs = 60_000;

/** An ISO 8601 instant (`2026-01-31T09:15:00Z`, any offset) or a date, which begins at midnight UTC, to epoch milliseconds. */
export function parseInstantField(field: string, received: unknown): FieldResult<number> {
  const instant = typeof received === 'string' ? parseInstant(received.trim()) : undefined;
  if (instant === undefined) {
    return fail([fieldProblem(field, 'a date (2026-01-31) or an instant (2026-01-31T09:15:00Z)', received)]);
  }
  return succeed(instant);
}

/** Digit by digit, because `Date.parse` takes more than ISO 8601 and turns 30 February into 2 March. */
function parseInstant(text: string): number | undefined {
  const parts = written.exec(text);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const [, , , , , , , fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] = parts;
  if (hour > 23 || minute > 59 || second > 59 || Number(offsetHours) > 23 || Number(offsetMinutes) > 59) {
    return undefined;
  }
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes));
  return midnight.getTime() + (hour * 60 + minute - offset) * minuteMs + second * 1_000 + milliseconds;
}
