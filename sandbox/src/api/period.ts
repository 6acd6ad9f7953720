import { defineNotEmulated } from './not-emulated.ts';

/** YouTrack counts work: a day of a period field has eight hours, a week five days (the defaults of time tracking). */
const minutesPerDay = 8 * 60;
const minutesPerWeek = 5 * minutesPerDay;

const units = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds', 'millis'] as const;
type Unit = (typeof units)[number];
type Amounts = Readonly<Record<Unit, number>>;

const none: Amounts = { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0, millis: 0 };

/**
 * What scripts see of `org.joda.time.Period`: amounts per unit, with `getHours()`, `plusHours(n)`, `minusHours(n)` and
 * `withHours(n)` for every unit. Made of milliseconds it has hours and smaller units only, as Joda's constructor does.
 */
export class Period {
  readonly #amounts: Amounts;

  constructor(from?: number | Partial<Amounts>) {
    this.#amounts = typeof from === 'object' ? { ...none, ...from } : splitMillis(Number(from ?? 0));
  }

  /** The ISO form, as Joda prints it: `P2W4DT3H15M`. */
  toString(): string {
    const { years, months, weeks, days, hours, minutes, seconds, millis } = this.#amounts;
    const date = part(years, 'Y') + part(months, 'M') + part(weeks, 'W') + part(days, 'D');
    const time = part(hours, 'H') + part(minutes, 'M') + part(seconds + millis / 1000, 'S');
    if (date === '' && time === '') return 'PT0S';
    return `P${date}${time === '' ? '' : `T${time}`}`;
  }

  toJSON(): string {
    return this.toString();
  }

  equals(other: unknown): boolean {
    return other instanceof Period && String(other) === String(this);
  }

  /** For the platform: the amount of one unit. */
  static amount(period: Period, unit: Unit): number {
    return period.#amounts[unit];
  }

  static with(period: Period, unit: Unit, amount: number): Period {
    return new Period({ ...period.#amounts, [unit]: Math.trunc(amount) });
  }
}

for (const unit of units) defineUnit(unit);
for (const name of [
  'toStandardDuration',
  'toStandardMinutes',
  'toStandardHours',
  'toStandardDays',
  'normalizedStandard',
]) {
  defineNotEmulated(Period.prototype, name, `Period.${name}()`);
}

/** A period as `3w4d23h58m`, the units in descending order, each at most once. */
export function parsePeriod(text: string): Period {
  const match = /^(?:(\d+)w\s*)?(?:(\d+)d\s*)?(?:(\d+)h\s*)?(?:(\d+)m)?$/i.exec(text.trim());
  if (match === null || text.trim() === '') throw new Error(`'${text}' is not a period such as 3w4d23h58m`);
  const [weeks, days, hours, minutes] = match.slice(1).map((digits) => Number(digits ?? 0));
  return new Period({ weeks: weeks ?? 0, days: days ?? 0, hours: hours ?? 0, minutes: minutes ?? 0 });
}

/** The value of a period field, stored as minutes of work. */
export function periodOfMinutes(total: number): Period {
  const weeks = Math.floor(total / minutesPerWeek);
  const days = Math.floor((total % minutesPerWeek) / minutesPerDay);
  const rest = total % minutesPerDay;
  return new Period({ weeks, days, hours: Math.floor(rest / 60), minutes: rest % 60 });
}

/** The minutes a period field stores, or undefined when the value is no period. */
export function findPeriod(value: unknown): number | undefined {
  if (!(value instanceof Period)) return undefined;
  const amount = (unit: Unit) => Period.amount(value, unit);
  const days = amount('days') * minutesPerDay + amount('weeks') * minutesPerWeek;
  return days + amount('hours') * 60 + amount('minutes') + Math.floor(amount('seconds') / 60);
}

/** Moves a timestamp by a period: by the calendar, where a day has 24 hours (Joda's `DateTime.plus`). */
export function shiftTimestamp(timestamp: number, period: Period, sign: 1 | -1): number {
  const amount = (unit: Unit) => sign * Period.amount(period, unit);
  const date = new Date(timestamp);
  date.setUTCFullYear(date.getUTCFullYear() + amount('years'), date.getUTCMonth() + amount('months'));
  const hours = (amount('weeks') * 7 + amount('days')) * 24 + amount('hours');
  return (
    date.getTime() + ((hours * 60 + amount('minutes')) * 60 + amount('seconds')) * 1000 + amount('millis')
  );
}

function splitMillis(total: number): Amounts {
  const seconds = Math.trunc(total / 1000);
  const minutes = Math.trunc(seconds / 60);
  return {
    ...none,
    hours: Math.trunc(minutes / 60),
    minutes: minutes % 60,
    seconds: seconds % 60,
    millis: total % 1000,
  };
}

function part(amount: number, letter: string): string {
  return amount === 0 ? '' : `${amount}${letter}`;
}

function defineUnit(unit: Unit): void {
  const name = unit[0]?.toUpperCase() + unit.slice(1);
  const methods: Record<string, (this: Period, amount: number) => unknown> = {
    [`get${name}`]() {
      return Period.amount(this, unit);
    },
    [`plus${name}`](amount) {
      return Period.with(this, unit, Period.amount(this, unit) + amount);
    },
    [`minus${name}`](amount) {
      return Period.with(this, unit, Period.amount(this, unit) - amount);
    },
    [`with${name}`](amount) {
      return Period.with(this, unit, amount);
    },
  };
  for (const [method, value] of Object.entries(methods)) {
    Object.defineProperty(Period.prototype, method, { value, configurable: true, writable: true });
  }
}
