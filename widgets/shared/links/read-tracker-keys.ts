/** What a person put into the box: the keys in it, and what looks meant as a key but is none. */
export interface TrackerKeysRead {
  /** Canonical, each once, in the order they stand. */
  readonly keys: readonly string[];
  /** Keys that stood there more than once. */
  readonly repeated: readonly string[];
  readonly malformed: readonly string[];
}

const trackerKey = /^[A-Z][A-Z0-9]*-[1-9][0-9]*$/;
const trackerHost = /^(?:[a-z0-9-]+\.)*tracker\.yandex\.(?:ru|com|com\.tr|net)$/;
const keyLike = /^[\p{L}\p{N}]+[-_][\p{L}\p{N}]*$/u;
const anyDash = /[\u2010-\u2015\u2212]/g;
const wrapping = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}/]+$/gu;

/**
 * Finds Tracker's keys in a key, several, a Tracker URL, or any text that contains them. Between other words only
 * upper-case keys and URLs count, so that `step-2` in a sentence is no key; a line of nothing but keys may be written in
 * any case. A dash that an editor made longer is read as a hyphen.
 */
export function readTrackerKeys(input: string): TrackerKeysRead {
  const words = input
    .replace(anyDash, '-')
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const isSentence = words.some((word) => toKey(word) === undefined && !looksMeantAsKey(word));
  const found = words.map((word) => (isSentence && !isSpelledAsKey(word) ? undefined : toKey(word)));
  const keys = found.filter((key) => key !== undefined);
  const rest = words.filter((_, index) => found[index] === undefined);
  return {
    keys: [...new Set(keys)],
    repeated: [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))],
    malformed: [...new Set(keys.length === 0 ? rest : rest.filter(isMalformedInSentence))],
  };
}

function toKey(word: string): string | undefined {
  const bare = word.replace(wrapping, '');
  if (/^https?:\/\//i.test(bare)) return keyInUrl(bare);
  if (/^[\w.-]*tracker\.yandex\.\w+\//i.test(bare)) return keyInUrl(`https://${bare}`);
  const key = bare.toUpperCase();
  return trackerKey.test(key) ? key : undefined;
}

/** The first part of a Tracker address that is a key: `/TEST-1`, `/TEST-1/comments`. */
function keyInUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  if (!trackerHost.test(hostname)) return undefined;
  return pathname
    .split('/')
    .map((part) => part.toUpperCase())
    .find((part) => trackerKey.test(part));
}

function isSpelledAsKey(word: string): boolean {
  const key = toKey(word);
  return key !== undefined && word.includes(key);
}

function looksMeantAsKey(word: string): boolean {
  return /^https?:\/\//i.test(word) || keyLike.test(word.replace(wrapping, ''));
}

/** In a sentence with keys, only what carries a digit and is written like a key is worth a complaint. */
function isMalformedInSentence(word: string): boolean {
  const bare = word.replace(wrapping, '');
  return keyLike.test(bare) && /\p{N}/u.test(bare) && bare === bare.toUpperCase();
}
