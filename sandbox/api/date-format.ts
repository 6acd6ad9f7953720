/**
 * Java's SimpleDateFormat, the letters scripts use for numbers and names in English: y M d E a H h K k m s S Z X z, quoted
 * text. Any other letter is an error that names it. Format description: the JDK's `java.text.SimpleDateFormat`.
 */
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const minuteMs = 60_000;

type Token = { readonly letter: string; readonly count: number } | { readonly text: string };

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

/** The first format that fits the whole text gives the timestamp. @throws Error when none fits */
export function parseTimestamp(text: string, formats: readonly string[], zone: string): number {
  for (const format of formats) {
    const parsed = parseWith(text, format, zone);
    if (parsed !== undefined) return parsed;
  }
  throw new Error(`Unparseable date: "${text}"`);
}

function tokensOf(format: string): Token[] {
  const tokens: Token[] = [];
  for (const match of format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g)) {
    const [whole, quoted, letter] = match;
    if (letter !== undefined) tokens.push({ letter, count: whole.length });
    else
      tokens.push({
        text: quoted === undefined ? whole : quoted === '' ? "'" : quoted.replaceAll("''", "'"),
      });
  }
  return tokens;
}

function formatLetter(letter: string, count: number, local: LocalTime): string {
  const { date } = local;
  if (letter === 'M' && count >= 3) return name(months, date.getUTCMonth(), count);
  if (letter === 'E') return name(days, date.getUTCDay(), count);
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

const numberLetters = 'yMdHkKhmsS';

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

function isName(letter: string, count: number): boolean {
  return letter === 'E' || (letter === 'M' && count >= 3);
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
  return months.findIndex((month) => month.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase());
}

function offsetMinutesOf(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

/** How many minutes a zone is ahead of UTC at a moment. @throws RangeError for a zone that does not exist */
function offsetOf(timestamp: number, zone: string): number {
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

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
