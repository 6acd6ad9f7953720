import { fail, type Result, succeed } from '../result.ts';
import { findPageReading } from './addresses.ts';
import {
  type EntityKey,
  type EntityKind,
  expectedEntityKey,
  findReadings,
  isNumbered,
  isWellFormedKey,
  type KeyReading,
} from './entity-key.ts';
import { patternOnUse } from './pattern-on-use.ts';

/** What is known of a key besides its text. */
export interface KeyContext {
  /** The only kind meant. */
  readonly kind?: EntityKind | undefined;
  /** Where the pages of this very server are, without a slash at the end; undefined where nothing tells. */
  readonly serverAddress: () => string | undefined;
}

const address = /^https?:\/\//i;
const separators = /[\s,;]+/;
const strokes = /[/|+]+/;
const moreThanAddress = /\s|[,;]https?:\/\//i;
/** Brackets, quotes and punctuation around a word: `#DEMO-1`, `(DEMO-1)`. */
const wrapping = patternOnUse(String.raw`^[^\p{L}\p{N}_]+|(?<![^\p{L}\p{N}_])[^\p{L}\p{N}_]+$`, 'gu');

/**
 * Reads the key of a YouTrack object, or the address of its page on this server. A key of another kind than the one meant is
 * well-formed and stands for nothing. The problem is what the text should have looked like.
 */
export function parseEntityKey(text: string, { kind, serverAddress }: KeyContext): Result<EntityKey, string> {
  const written = text.trim();
  const readings = address.test(written)
    ? readAddress(written, serverAddress())
    : findReadings(written, kind);
  if (readings === undefined) return fail(expectedEntityKey);
  return succeed({ written, readings: readings.filter((one) => kind === undefined || one.kind === kind) });
}

/**
 * The same for a key that came in a query, where a blank is a plus that somebody forgot to encode. What has nothing else of a
 * login about it may as well be several words.
 */
export function parseQueryKey(text: string, context: KeyContext): Result<EntityKey, string> {
  const written = text.trim();
  const parsed = parseEntityKey(written.replace(/ /g, '+'), context);
  if (!parsed.ok || !written.includes(' ')) return parsed;
  const isSurelyLogin = context.kind === 'user' || /^user:|@/i.test(written);
  return succeed({ ...parsed.value, written, ...(!isSurelyLogin && { isGuess: true }) });
}

/**
 * Reads a text that may hold several keys, separated by commas, semicolons, blanks or lines. It is taken apart only where no
 * part could be a login: those might contain a blank. A blank text holds none.
 */
export function parseEntityKeys(text: string, context: KeyContext): Result<readonly EntityKey[], string> {
  const whole = parseWhole(text, context);
  if (whole.ok) return succeed([whole.value]);
  const keys: EntityKey[] = [];
  for (const part of text.split(separators).filter((one) => one !== '')) {
    const key = parseEntityKey(part, context);
    if (!key.ok || (couldBeLogin(key.value) && !address.test(part))) return whole;
    keys.push(key.value);
  }
  return succeed(keys);
}

/** A text that holds one key. Whatever follows an address after a blank, or as another address, is not a part of it. */
function parseWhole(text: string, context: KeyContext): Result<EntityKey, string> {
  const written = text.trim();
  const isMore = address.test(written) && moreThanAddress.test(written);
  return isMore ? fail(expectedEntityKey) : parseEntityKey(written, context);
}

/**
 * The keys that stand in a text somebody types or pastes: the whole of it, or what looks like an issue or article among its
 * words (`DEMO-1, see above`), and addresses of this server's pages, each also with punctuation around it.
 */
export function findEntityKeys(text: string, context: KeyContext): readonly EntityKey[] {
  const whole = parseWhole(text, context);
  if (whole.ok && (isNumbered(whole.value) || address.test(whole.value.written))) return [whole.value];
  // A login may end in punctuation, and so may a key that somebody typed: DEMO-1.
  const words = splitWords(text).flatMap((bare) => {
    const key = parseEntityKey(bare, context);
    return key.ok && (isNumbered(key.value) || address.test(bare)) ? [key.value] : [];
  });
  return whole.ok ? [whole.value, ...words] : words;
}

/** Words of a text without what stands around them; one that is no address may be several keys with a stroke between them. */
function splitWords(text: string): readonly string[] {
  const words = text.split(separators).map((word) => word.replace(wrapping(), ''));
  return words.flatMap((word) => (address.test(word) ? word : word.split(strokes)));
}

function couldBeLogin(key: EntityKey): boolean {
  return !isNumbered(key) && key.readings.some(({ kind }) => kind === 'user');
}

function readAddress(written: string, server: string | undefined): readonly KeyReading[] | undefined {
  const reading = server === undefined ? undefined : findPageReading(written, server);
  return reading !== undefined && isWellFormedKey(reading.key, reading.kind) ? [reading] : undefined;
}
