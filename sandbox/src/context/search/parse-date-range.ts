import type { QueryValue } from './parse-values.ts';
import { SearchError } from './search-error.ts';

const dayMs = 86_400_000;

/** Half open: from the first moment to just before the second one. Epoch milliseconds, in UTC. */
export interface DateRange {
  readonly from: number;
  readonly before: number;
}

/** A date, a named day, week, month or year, or a range of them; `*` leaves an end open. */
export function parseDateRange({ text, to }: QueryValue, now: number): DateRange {
  const first = parsePeriodOfTime(text, now);
  if (to === undefined) return first;
  return { from: first.from, before: parsePeriodOfTime(to, now).before };
}

function parsePeriodOfTime(text: string, now: number): DateRange {
  const word = text.toLowerCase();
  if (word === '*') return { from: Number.NEGATIVE_INFINITY, before: Number.POSITIVE_INFINITY };
  const found = parseNamed(word, now) ?? parseRelative(word, now) ?? parseWritten(text);
  if (found === undefined) throw new SearchError(`'${text}' is not a date the sandbox can read`);
  return found;
}

function parseNamed(word: string, now: number): DateRange | undefined {
  const today = Math.floor(now / dayMs) * dayMs;
  if (word === 'now') return { from: now, before: now + 1 };
  if (word === 'today') return days(today, 1);
  if (word === 'yesterday') return days(today - dayMs, 1);
  if (word === 'tomorrow') return days(today + dayMs, 1);
  // The sandbox's week begins on Monday.
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * dayMs;
  const weeks: Readonly<Record<string, number>> = { 'last week': -1, 'this week': 0, 'next week': 1 };
  if (Object.hasOwn(weeks, word)) return days(monday + (weeks[word] ?? 0) * 7 * dayMs, 7);
  const months: Readonly<Record<string, number>> = { 'last month': -1, 'this month': 0, 'next month': 1 };
  if (Object.hasOwn(months, word)) return monthOf(now, months[word] ?? 0);
  const years: Readonly<Record<string, number>> = { 'last year': -1, 'this year': 0, 'next year': 1 };
  if (!Object.hasOwn(years, word)) return undefined;
  const year = new Date(now).getUTCFullYear() + (years[word] ?? 0);
  return { from: Date.UTC(year, 0), before: Date.UTC(year + 1, 0) };
}

/** `minus 30d`, `plus 2w 1d`: a moment, counted from now; units y, M, w, d, h, m. */
function parseRelative(word: string, now: number): DateRange | undefined {
  const [, sign, amounts] = /^(minus|plus)\s+((?:\d+\s*[ymwdh]\s*)+)$/.exec(word) ?? [];
  if (amounts === undefined) return undefined;
  const hours: Readonly<Record<string, number>> = { y: 365 * 24, m: 30 * 24, w: 7 * 24, d: 24, h: 1 };
  let total = 0;
  for (const [, amount, unit] of amounts.matchAll(/(?<!\d)(\d+)\s*([ymwdh])/g))
    total += Number(amount) * (hours[unit ?? ''] ?? 0);
  const moment = now + (sign === 'minus' ? -1 : 1) * total * 3_600_000;
  return { from: moment, before: moment + 1 };
}

/** `2026`, `2026-01`, `2026-01-31`, `2026-01-31T12:00`. */
function parseWritten(text: string): DateRange | undefined {
  const [, year, month, day, hour, minute] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const y = Number(year);
  const m = Number(month ?? 1) - 1;
  if (month === undefined) return { from: Date.UTC(y, 0), before: Date.UTC(y + 1, 0) };
  if (day === undefined) return { from: Date.UTC(y, m), before: Date.UTC(y, m + 1) };
  if (hour === undefined) return days(Date.UTC(y, m, Number(day)), 1);
  const moment = Date.UTC(y, m, Number(day), Number(hour), Number(minute));
  return { from: moment, before: moment + 60_000 };
}

function days(from: number, count: number): DateRange {
  return { from, before: from + count * dayMs };
}

function monthOf(now: number, shift: number): DateRange {
  const date = new Date(now);
  const month = date.getUTCMonth() + shift;
  return { from: Date.UTC(date.getUTCFullYear(), month), before: Date.UTC(date.getUTCFullYear(), month + 1) };
}
