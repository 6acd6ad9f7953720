import { cutText } from '../protocol/cut-text.ts';
import { lastInstant } from '../protocol/instant.ts';
import { isJsonObject, type JsonObject } from '../protocol/json-object.ts';
import { attempt } from '../result.ts';
import { trackerLimits } from './tracker-limits.ts';

/** What a text means as JSON; undefined for a text that is none. */
export function readJson(text: string): unknown {
  if (text.length > trackerLimits.answerCharacters) return undefined;
  const parsed = attempt((): unknown => JSON.parse(text));
  return parsed.ok ? parsed.value : undefined;
}

/** The object under a name, an empty one where there is none. */
export function readObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** A text that is not blank, cut where it is too long. */
export function readText(
  value: unknown,
  mostCharacters: number = trackerLimits.nameCharacters,
): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : cutText(text, mostCharacters);
}

/** A number or a text that names something. A number too large to be exact names nothing, and a cut text would name something else. */
export function readId(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.length > trackerLimits.nameCharacters ? undefined : text;
}

/** A value that people see: `{display}`, else its `name`, `key` or `id`; or a bare text. */
export function readDisplay(value: unknown): string | undefined {
  const { display, name, key, id } = readObject(value);
  return readText(value) ?? readText(display) ?? readText(name) ?? readText(key) ?? readId(id);
}

/** Epoch milliseconds of `2017-06-11T05:16:01.339+0000`, with or without a colon in the offset, or of a number. */
export function readMoment(value: unknown): number | undefined {
  const text = readText(value)?.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const epochMs = text === undefined ? value : Date.parse(text);
  return typeof epochMs === 'number' && Math.abs(epochMs) <= lastInstant ? epochMs : undefined;
}

/** The day with which a text begins, `YYYY-MM-DD`. */
export function readDay(value: unknown): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(readText(value) ?? '')?.[0];
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day;
}

/** The parts of an address that a pattern's groups name, decoded; empty where it does not fit. */
export function readAddress(address: unknown, pattern: RegExp): readonly (string | undefined)[] {
  const [, ...parts] = pattern.exec(typeof address === 'string' ? address : '') ?? [];
  return parts.map((part) => {
    const decoded = attempt(() => decodeURIComponent(part));
    return readId(decoded.ok ? decoded.value : part);
  });
}

/** The entries of a list that make sense; null, strangers and what exceeds the bound are passed over. */
export function readEntries<T>(
  value: unknown,
  parse: (entry: JsonObject) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value
    .slice(0, trackerLimits.listEntries)
    .map((entry: unknown) => (isJsonObject(entry) ? parse(entry) : undefined))
    .filter((entry) => entry !== undefined);
}
