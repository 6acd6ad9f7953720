import { limits } from '../../../src/protocol/limits.ts';
import { pair } from './latin-readings.ts';
import letterTables from './letters.json';

/** Something in a text that has the shape of a key. */
export interface KeyInText {
  /** As it stands there. */
  readonly written: string;
  /** What should be a queue, in any alphabet. */
  readonly name: string;
  /** Without zeros in front; empty where the digits make no number that an issue may have. */
  readonly number: string;
  /** `gap`: no hyphen stands between the two. `loose`: a number that follows a key: `TEST-1, 2`. */
  readonly shape: 'joined' | 'gap' | 'loose';
  /** It may as well be something else: `TEST-1_2`, `TEST-1a`, `TEST-1O`, `TEST-01`. */
  readonly isUnclear: boolean;
}

export interface KeysInText {
  readonly found: readonly KeyInText[];
  /** There is nothing but keys, numbers and words that join them. */
  readonly isAllKeys: boolean;
  /** Keys of YouTrack's articles: `DEMO-A-1`. */
  readonly articles: readonly string[];
}

interface Taken {
  readonly keys: readonly KeyInText[];
  readonly article?: string;
  /** The first part behind it. */
  readonly end: number;
}

const word = /[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu;
const startsWithLetter = /^\p{L}/u;
const startsWithWord = /^[\p{L}\p{N}]/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const digits = /^\d+$/;
const gap = /^(?:[^\S\n]?[-#:_\u2116][^\S\n]?|[^\S\n])$/;
/** `TEST-1_2`, `TEST-1.2`, `TEST-1-2`. */
const shortJoin = /^[-_.]$/;
const leadingDigits = /^(\d+)(\p{L}[\p{L}\p{N}]*)$/u;
const wordWithNumber = /^(\p{L}[\p{L}\p{N}]*\p{L}|\p{L})(\d+)$/u;
const digitLike = new RegExp(`^[\\d${letterTables.digits.from}]+$`);
const digitOf = pair(letterTables.digits);
const layoutComma = new RegExp(`^(\\d+)[${letterTables.commas}]$`);
const joiners = new Set(letterTables.joiners);
/** Longer ones are parts of identifiers. */
const usualDigits = 9;

/** Finds them in one walk over the words of a text, whose length alone is what it takes. */
export function findKeysInText(text: string): KeysInText {
  const parts = unglue(text.match(word) ?? []);
  const found: KeyInText[] = [];
  const articles: string[] = [];
  let isAllKeys = true;
  for (let index = 0; index < parts.length; ) {
    const taken = takeArticle(parts, index) ?? takeJoined(parts, index) ?? takeGap(parts, index);
    if (taken === undefined) {
      const loose = takeLoose(parts[index] ?? '', found.at(-1));
      if (loose !== undefined) found.push(loose);
      else isAllKeys &&= isFiller(parts[index] ?? '');
      index += 1;
      continue;
    }
    found.push(...taken.keys);
    if (taken.article !== undefined) articles.push(taken.article);
    index = taken.end;
  }
  return { found, isAllKeys, articles };
}

/** `TEST-1TEST-2`: the number ends where the next name begins. */
function unglue(parts: readonly string[]): readonly string[] {
  return parts.flatMap((part, index) => {
    const isBetween =
      parts[index - 1] === '-' && parts[index + 1] === '-' && /^\d/.test(parts[index + 2] ?? '');
    const [, number, name] = (isBetween && leadingDigits.exec(part)) || [];
    return number === undefined || name === undefined ? [part] : [number, '', name];
  });
}

function takeArticle(parts: readonly string[], index: number): Taken | undefined {
  const [project = '', , letter, , number = ''] = parts.slice(index, index + 5);
  const isOne = parts[index + 1] === '-' && letter?.toUpperCase() === 'A' && parts[index + 3] === '-';
  if (!isOne || !startsWithLetter.test(project) || !digits.test(number)) return undefined;
  return { keys: [], article: `${project}-${letter}-${number}`, end: index + 5 };
}

function takeJoined(parts: readonly string[], index: number): Taken | undefined {
  const [name = '', hyphen, written = ''] = parts.slice(index, index + 3);
  if (hyphen !== '-' || !startsWithLetter.test(name)) return undefined;
  const read = readNumber(written, name);
  if (read === undefined) return undefined;
  const base = { name, shape: 'joined' } as const;
  const [join = '', second = ''] = parts.slice(index + 3, index + 5);
  if (read.isUnclear || !shortJoin.test(join) || !digits.test(second))
    return { keys: [{ ...base, ...read, written: `${name}-${written}` }], end: index + 3 };
  const whole = `${name}-${written}${join}${second}`;
  const either = [read.number, toNumber(second)].map((number) => ({
    ...base,
    number,
    written: whole,
    isUnclear: true,
  }));
  return { keys: either, end: index + 5 };
}

/** `TEST 1`, `TEST_1`, `TEST - 1` and `TEST1`. */
function takeGap(parts: readonly string[], index: number): Taken | undefined {
  const [first = '', space = '', second = ''] = parts.slice(index, index + 3);
  const base = { shape: 'gap', isUnclear: false } as const;
  const [, name, number] = wordWithNumber.exec(first.slice(0, limits.keyCharacters)) ?? [];
  if (name !== undefined && number !== undefined)
    return { keys: [{ ...base, name, number: toNumber(number), written: first }], end: index + 1 };
  const isName = startsWithLetter.test(first) && !joiners.has(first.toLowerCase());
  if (!isName || !gap.test(space) || !digits.test(second)) return undefined;
  const written = `${first}${space}${second}`;
  return { keys: [{ ...base, name: first, number: toNumber(second), written }], end: index + 3 };
}

function takeLoose(part: string, last: KeyInText | undefined): KeyInText | undefined {
  if (last === undefined || !digits.test(part)) return undefined;
  return { name: last.name, number: toNumber(part), written: part, shape: 'loose', isUnclear: true };
}

function isFiller(part: string): boolean {
  return !startsWithWord.test(part) || joiners.has(part.toLowerCase());
}

function readNumber(written: string, name: string): Pick<KeyInText, 'number' | 'isUnclear'> | undefined {
  const comma = cyrillic.test(name) ? layoutComma.exec(written)?.[1] : undefined;
  const plain = comma ?? written;
  if (digits.test(plain))
    return { number: toNumber(plain), isUnclear: plain.startsWith('0') || plain.length > usualDigits };
  if (!/\d/.test(written)) return undefined;
  const number = digitLike.test(written)
    ? [...written].map((sign) => digitOf.get(sign) ?? sign).join('')
    : leadingDigits.exec(written)?.[1];
  return number === undefined ? undefined : { number: toNumber(number), isUnclear: true };
}

function toNumber(written: string): string {
  return written.replace(/^0+/, '');
}
