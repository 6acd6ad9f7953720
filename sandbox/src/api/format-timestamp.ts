import { dayNames, monthNames, tokensOf } from './date-tokens.ts';
import { offsetOf } from './time-zone.ts';

const minuteMs = 60_000;

interface LocalTime {
  readonly date: Date;
  readonly offsetMinutes: number;
  readonly zone: string;
}

/** The timestamp as text, in a time zone by its IANA name. */
export function formatTimestamp(timestamp: number, format: string, zone: string): string {
  const offsetMinutes = offsetOf(timestamp, zone);
  const local = { date: new Date(timestamp + offsetMinutes * minuteMs), offsetMinutes, zone };
  return tokensOf(format)
    .map((token) => ('text' in token ? token.text : formatLetter(token.letter, token.count, local)))
    .join('');
}

function formatLetter(letter: string, count: number, local: LocalTime): string {
  const { date } = local;
  if (letter === 'M' && count >= 3) return name(monthNames, date.getUTCMonth(), count);
  if (letter === 'E') return name(dayNames, date.getUTCDay(), count);
  if (letter === 'a') return date.getUTCHours() < 12 ? 'AM' : 'PM';
  if (letter === 'y')
    return count === 2 ? pad(date.getUTCFullYear() % 100, 2) : pad(date.getUTCFullYear(), count);
  if (letter === 'Z') return offsetText(local.offsetMinutes, '');
  if (letter === 'X') return local.offsetMinutes === 0 ? 'Z' : isoOffset(local.offsetMinutes, count);
  if (letter === 'z') return local.zone;
  const number = numberOf(letter, date);
  if (number === undefined) throw new Error(`date format letter '${letter}' is not emulated by the sandbox`);
  return pad(number, count);
}

function numberOf(letter: string, date: Date): number | undefined {
  const hours = date.getUTCHours();
  const numbers: Readonly<Record<string, number>> = {
    M: date.getUTCMonth() + 1,
    d: date.getUTCDate(),
    H: hours,
    k: hours === 0 ? 24 : hours,
    K: hours % 12,
    h: hours % 12 === 0 ? 12 : hours % 12,
    m: date.getUTCMinutes(),
    s: date.getUTCSeconds(),
    S: date.getUTCMilliseconds(),
  };
  return numbers[letter];
}

function name(names: readonly string[], index: number, count: number): string {
  const full = names[index] ?? '';
  return count >= 4 ? full : full.slice(0, 3);
}

function isoOffset(minutes: number, count: number): string {
  if (count === 1) return offsetText(minutes, '').slice(0, 3);
  return offsetText(minutes, count === 2 ? '' : ':');
}

function offsetText(minutes: number, separator: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${separator}${pad(size % 60, 2)}`;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
