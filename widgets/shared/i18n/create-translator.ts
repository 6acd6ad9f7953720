import { type Language, toLocale } from './language.ts';
import { toDistance } from './to-distance.ts';
import en from './when/en.json';
import ru from './when/ru.json';

/**
 * A message, or its plural forms by the category that `Intl.PluralRules` gives to the value `count`. Where one or two alone are spoken
 * of in another way than several, their forms are `=1` and `=2`, as in ICU's messages: in Russian `one` is also the category of 21.
 */
export type Message =
  | string
  | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule | '=1' | '=2', string>>);
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

/**
 * How times are told in rows, word for word as `Intl.RelativeTimeFormat` and `Intl.DateTimeFormat` do it. The first use of either
 * costs a browser ten milliseconds, in which rows could be there; plural rules cost nothing.
 */
const when: Readonly<Record<Language, Messages<keyof typeof en>>> = { en, ru };
/** From here on numbers are grouped; smaller ones are written alike everywhere, and need no formatter. */
const firstGrouped = 1000;

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

  function fill(message: Message, values: Values): string {
    const form = typeof message === 'string' ? message : pluralForm(message, values);
    return form.replace(/\{(\w+)\}/g, (hole, name: string) => shown(values[name] ?? hole));
  }
  function pluralForm(message: Exclude<Message, string>, values: Values): string {
    const count = Number(values.count);
    const ofFew = count === 1 ? message['=1'] : count === 2 ? message['=2'] : undefined;
    return ofFew ?? message[plurals().select(count)] ?? message.other;
  }
  function shown(value: string | number): string {
    if (typeof value === 'string') return isolate(value);
    return Number.isInteger(value) && Math.abs(value) < firstGrouped
      ? String(value)
      : numbers().format(value);
  }
  function tell(key: keyof typeof en, values: Values): string {
    return fill(when[language][key], values);
  }
  function dayOf(instant: Date): string {
    const month = tell('months', {}).split(' ')[instant.getMonth()] ?? '';
    return tell('day', { day: instant.getDate(), month, year: String(instant.getFullYear()) });
  }
  function ago(instant: Date, now: Date): string {
    const distance = toDistance(instant, now);
    return distance === undefined ? dayOf(instant) : tell(distance.words, { count: distance.count });
  }

  return {
    language,
    text: (key, values = {}) => fill(messages[key], values),
    number: (value) => numbers().format(value),
    list: (values) => lists().format(values.map(isolate)),
    dateTime: (instant) => moments().format(instant),
    day: (date) => dayOf(new Date(`${date}T12:00`)),
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

/** Each formatter takes the browser some milliseconds; most widgets need none of them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
