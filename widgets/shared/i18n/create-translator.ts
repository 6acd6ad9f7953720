import { type Language, toLocale } from './language.ts';

/**
 * A message, or its plural forms by the category that `Intl.PluralRules` gives to the value `count`. Where one alone is spoken of in
 * another way than several, its form is `=1`, as in ICU's messages: in Russian `one` is also the category of 21.
 */
export type Message =
  | string
  | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule | '=1', string>>);
export type Messages<Key extends string> = Readonly<Record<Key, Message>>;
export type Values = Readonly<Record<string, string | number>>;

/** Texts, dates and numbers in the language YouTrack speaks to this person. */
export interface Translator<Key extends string> {
  readonly language: Language;
  text(key: Key, values?: Values): string;
  number(value: number): string;
  list(values: readonly string[]): string;
  /** `31 January 2026 at 12:15`, in the reader's time zone. */
  dateTime(instant: Date): string;
  /** `31 Jan 2026`: a day of the calendar, as `2026-01-31`, the same in every time zone. */
  day(date: string): string;
  /** `now`, `3 hours ago`; a date when it is more than a month from `now`. */
  ago(instant: Date, now: Date): string;
}

/** A translator over the messages of one language. A value `{name}` in a message is replaced by `values.name`. */
export function createTranslator<Key extends string>(
  language: Language,
  messages: Messages<Key>,
): Translator<Key> {
  const locale = toLocale(language);
  const plurals = once(() => new Intl.PluralRules(locale));
  const numbers = once(() => new Intl.NumberFormat(locale));
  const lists = once(() => new Intl.ListFormat(locale));
  const moments = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }));
  const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
  const distances = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

  function text(key: Key, values: Values = {}): string {
    const message = messages[key];
    const form = typeof message === 'string' ? message : pluralForm(message, values);
    return form.replace(/\{(\w+)\}/g, (hole, name: string) => shown(values[name] ?? hole));
  }
  function pluralForm(message: Exclude<Message, string>, values: Values): string {
    const count = Number(values.count);
    const ofOne = count === 1 ? message['=1'] : undefined;
    return ofOne ?? message[plurals().select(count)] ?? message.other;
  }
  function shown(value: string | number): string {
    return typeof value === 'number' ? numbers().format(value) : isolate(value);
  }
  function ago(instant: Date, now: Date): string {
    const distance = toDistance(instant, now);
    return distance === undefined
      ? days().format(instant)
      : distances().format(distance.value, distance.unit);
  }

  return {
    language,
    text,
    number: (value) => numbers().format(value),
    list: (values) => lists().format(values.map(isolate)),
    dateTime: (instant) => moments().format(instant),
    day: (date) => days().format(new Date(`${date}T12:00`)),
    ago,
  };
}

/** Letters that are written from right to left, and the marks that turn a text around. */
const turning =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const marks = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g;

/** A value that would turn the direction of the sentence around it keeps to itself (Unicode's first strong isolate). */
function isolate(value: string): string {
  return turning.test(value) ? `\u2068${value.replace(marks, '')}\u2069` : value;
}

/** Each formatter takes the browser some milliseconds; most widgets need two of them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

function toDistance(
  instant: Date,
  now: Date,
): { value: number; unit: 'second' | 'minute' | 'hour' | 'day' } | undefined {
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  const size = Math.abs(seconds);
  if (size < minute) return { value: 0, unit: 'second' };
  if (size < hour) return { value: Math.round(seconds / minute), unit: 'minute' };
  if (size < day) return { value: Math.round(seconds / hour), unit: 'hour' };
  if (size < 31 * day) return { value: Math.round(seconds / day), unit: 'day' };
  return undefined;
}
