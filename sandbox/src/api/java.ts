import { callHost } from './bridge.ts';
import { fromWire } from './codec.ts';
import { formatTimestamp } from './format-timestamp.ts';
import { levenshteinDistance } from './levenshtein.ts';
import { notEmulated } from './not-emulated.ts';
import { parseTimestamp } from './parse-timestamp.ts';
import { Period, parsePeriod, shiftTimestamp } from './period.ts';

/** As much of `org.joda.time.DateTime` as JetBrains' `date-time` module calls. */
class DateTime {
  readonly #timestamp: number;

  constructor(timestamp: number) {
    this.#timestamp = timestamp;
  }

  plus(period: Period): DateTime {
    return new DateTime(shiftTimestamp(this.#timestamp, period, 1));
  }

  minus(period: Period): DateTime {
    return new DateTime(shiftTimestamp(this.#timestamp, period, -1));
  }

  getMillis(): number {
    return this.#timestamp;
  }
}

const sandboxUtils = {
  toUnixTimestamp: (text: string, formats: readonly string[] | null, zone: string | null) =>
    parseTimestamp(text, formats ?? defaultFormats(), zone ?? userTimeZone()),
  formatTimestamp: (timestamp: number, format: string | null, zone: string | null) =>
    formatTimestamp(timestamp, format ?? userDateFormat(), zone ?? userTimeZone()),
  getLevenshteinDistance: (left: unknown, right: unknown) => levenshteinDistance(String(left), String(right)),
  md5: (text: unknown) => callHost('md5', String(text)),
};

/** The Java classes JetBrains' published modules ask for; no script of an app sees this. */
const javaTypes: Readonly<Record<string, unknown>> = {
  'jetbrains.youtrack.scripts.sandbox.Utils': sandboxUtils,
  'jetbrains.youtrack.timetracking.workflow.PeriodParser': {
    parse: (text: unknown) => parsePeriod(String(text)),
  },
  'org.joda.time.Period': Period,
  'org.joda.time.DateTime': DateTime,
};

export const Java = {
  type(name: string): unknown {
    const type = javaTypes[name];
    if (type === undefined) throw notEmulated(`Java type ${name}`);
    return type;
  },
};

/** What the published `workflow` and `notifications` modules find behind `$$environment`. */
export const environment = {
  message: (text: unknown) => {
    callHost('message', String(text));
  },
  checkCondition: (condition: boolean, message: unknown) => {
    if (!condition) callHost('checkFailed', String(message));
  },
  // Translations of JetBrains' own workflows are not here. Others call it all the same, the text itself as its id.
  localize: (message: unknown, ...values: readonly unknown[]) =>
    String(message).replaceAll(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place)),
  sendMailExported: (...mail: unknown[]) => {
    const [fromName, to, cc, bcc, subject, body, issue, headers] = mail;
    const wires = [fromName, to, cc, bcc, subject, body, issue].map((value) =>
      value === null ? null : String(value),
    );
    callHost(
      'sendMail',
      JSON.stringify([...wires, headers instanceof HeaderContainer ? headers.entries : {}]),
    );
  },
  getSendMailHeaderContainer: () => new HeaderContainer(),
};

class HeaderContainer {
  readonly entries: Record<string, string> = {};

  put(name: string, value: string): void {
    this.entries[name] = value;
  }
}

function userTimeZone(): string {
  return String(fromWire(callHost('userTimeZone')));
}

function userDateFormat(): string {
  return 'yyyy-MM-dd HH:mm';
}

function defaultFormats(): readonly string[] {
  return [userDateFormat(), 'yyyy-MM-dd', "yyyy-MM-dd'T'HH:mm:ss.SSSX", "yyyy-MM-dd'T'HH:mm:ssX"];
}
