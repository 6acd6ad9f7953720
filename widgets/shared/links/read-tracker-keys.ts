import { parseTrackerIssueKey } from '../../../src/protocol/tracker-issue-key.ts';

/** What a person put into the box: the keys in it, and what looks meant as a key but is none. */
export interface TrackerKeysRead {
  /** Canonical, each once, in the order they stand. */
  readonly keys: readonly string[];
  /** Keys that stood there more than once. */
  readonly repeated: readonly string[];
  readonly malformed: readonly string[];
}

/** Hyphens, dashes and the minus sign, as editors and messengers make them of a plain hyphen. */
const anyDash = /[\u2010-\u2015\u2212]/g;
const separators = /[\s,;]+/;
const address = /^https?:\/\//i;
const addressWithoutScheme = /^(?:www\.)?tracker\.yandex\.\w+\//i;
const keyLike = /^[\p{L}\p{N}]+[-_][\p{L}\p{N}]*$/u;
const digit = /\p{N}/u;
/** Brackets, quotes and punctuation around a word. */
const wrapping = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}/]+$/gu;

/**
 * Finds Tracker's keys in a key, several, a Tracker address, or any text that contains them. Between other words only
 * upper-case keys and addresses count, so that `step-2` in a sentence is no key; a line of nothing but keys may be
 * written in any case.
 */
export function readTrackerKeys(input: string): TrackerKeysRead {
  const words = input
    .replace(anyDash, '-')
    .split(separators)
    .map((word) => word.replace(wrapping, ''))
    .filter((word) => word !== '');
  const isSentence = words.some((word) => !isMeantAsKey(word));
  const found = words.map((word) => (isSentence && !isSurelyKey(word) ? undefined : toKey(word)));
  const keys = found.filter((key) => key !== undefined);
  const rest = words.filter((_, index) => found[index] === undefined);
  return {
    keys: [...new Set(keys)],
    repeated: [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))],
    malformed: [...new Set(keys.length > 0 && isSentence ? rest.filter(isNearMiss) : rest)],
  };
}

function toKey(word: string): string | undefined {
  const key = parseTrackerIssueKey(addressWithoutScheme.test(word) ? `https://${word}` : word);
  return key.ok ? key.value : undefined;
}

function isMeantAsKey(word: string): boolean {
  return toKey(word) !== undefined || address.test(word) || keyLike.test(word);
}

/** An address, or a key in its own spelling. */
function isSurelyKey(word: string): boolean {
  const key = toKey(word);
  return key !== undefined && (word.includes('/') || word === key);
}

/** Among other words only what is spelled like a key, digits and all, is worth a complaint. */
function isNearMiss(word: string): boolean {
  return keyLike.test(word) && digit.test(word) && word === word.toUpperCase();
}
