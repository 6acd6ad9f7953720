import { isName, monthNames, tokensOf } from './date-tokens.ts';
import { offsetOf } from './time-zone.ts';

const minuteMs = 60_000;
const numberLetters = 'yMdHkKhmsS';

/** The first format that fits the whole text gives the timestamp. @throws Error when none fits */
export function parseTimestamp(text: string, formats: readonly string[], zone: string): number {
  for (const format of formats) {
    const parsed = parseWith(text, format, zone);
    if (parsed !== undefined) return parsed;
  }
  throw new Error(`Unparseable date: "${text}"`);
}

function parseWith(text: string, format: string, zone: string): number | undefined {
  const letters: string[] = [];
  const tokens = tokensOf(format);
  const pattern = tokens.map((token, index) => {
    if ('text' in token) return escapeText(token.text);
    letters.push(token.letter + (isName(token.letter, token.count) ? '*' : ''));
    const next = tokens[index + 1];
    return patternOf(token.letter, token.count, next !== undefined && 'letter' in next);
  });
  const match = new RegExp(`^${pattern.join('')}$`, 'i').exec(text.trim());
  if (match === null) return undefined;
  const found: Record<string, string> = {};
  for (const [index, letter] of letters.entries()) found[letter] = match[index + 1] ?? '';
  return timestampOf(found, zone);
}

function patternOf(letter: string, count: number, isAdjacent: boolean): string {
  if (isName(letter, count)) return '([A-Za-z]+)';
  if (letter === 'a') return '(AM|PM)';
  if (letter === 'Z' || letter === 'X' || letter === 'z') return '(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})';
  if (!numberLetters.includes(letter))
    throw new Error(`date format letter '${letter}' is not emulated by the sandbox`);
  return isAdjacent ? `(\\d{${count}})` : '(\\d+)';
}

function timestampOf(found: Readonly<Record<string, string>>, zone: string): number {
  const number = (letter: string, otherwise: number) =>
    found[letter] === undefined ? otherwise : Number(found[letter]);
  const month = found['M*'] === undefined ? number('M', 1) - 1 : monthOf(found['M*']);
  const year = number('y', 1970);
  const fullYear = found.y?.length === 2 ? 2000 + year : year;
  const local = Date.UTC(
    fullYear,
    month,
    number('d', 1),
    hourOf(found),
    number('m', 0),
    number('s', 0),
    number('S', 0),
  );
  const written = found.Z ?? found.X ?? found.z;
  const offset =
    written === undefined
      ? offsetOf(local - offsetOf(local, zone) * minuteMs, zone)
      : offsetMinutesOf(written);
  return local - offset * minuteMs;
}

function hourOf(found: Readonly<Record<string, string>>): number {
  const half = found.h ?? found.K;
  if (half !== undefined) return (Number(half) % 12) + (found.a?.toUpperCase() === 'PM' ? 12 : 0);
  return Number(found.H ?? found.k ?? 0) % 24;
}

function monthOf(text: string): number {
  return monthNames.findIndex((month) => month.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase());
}

function offsetMinutesOf(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
