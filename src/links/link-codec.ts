import type { Via } from '../protocol/answers.ts';
import { limits } from '../protocol/limits.ts';
import { attempt, fail, type Result, succeed } from '../result.ts';
import { type LinkRecord, type LinkSet, latestStamp, noLinks, type Stamp } from './link-set.ts';

/** The version this app writes; a higher one was written by a newer app and is left alone. */
export const storageVersion = 1;

/**
 * The text stored on an entity: `{"v":1,"links":["TEST-1 +1767225600000 youtrack jane", …]}`. An entry is the key, then
 * when (epoch milliseconds), through which side and by whom the link was added (`+`), removed (`-`), or both. Entries are
 * flat texts because those are read and written ten times faster than nested JSON, and sorted, so that equal sets give
 * equal texts.
 */
export function encodeLinks(links: LinkSet): string {
  return JSON.stringify({ v: storageVersion, links: listEntries(links) });
}

/** The entries of that text. */
export function listEntries(links: LinkSet): readonly string[] {
  const entries: string[] = [];
  // The built-in order of texts is that of their code units: the same on every server.
  for (const issueKey of [...links.keys()].sort()) {
    const record = links.get(issueKey);
    if (record !== undefined) entries.push(issueKey + encodeRecord(record));
  }
  return entries;
}

function encodeRecord({ added, removed }: LinkRecord): string {
  return (added ? encodeStamp('+', added) : '') + (removed ? encodeStamp('-', removed) : '');
}

/** A login stands last in its stamp, and blanks in it are written as `%20`, so that none can be taken for a separator. */
function encodeStamp(sign: '+' | '-', { at, by, via }: Stamp): string {
  const isPlain = !by.includes('%') && !by.includes(' ');
  const login = isPlain ? by : by.replace(/%/g, '%25').replace(/ /g, '%20');
  return ` ${sign}${at} ${via} ${login}`;
}

/** Why a stored value is not read; such a value is never overwritten. */
export type StoredProblem =
  | { readonly reason: 'not_json' }
  | { readonly reason: 'wrong_shape' }
  | { readonly reason: 'newer_version'; readonly version: number };

const entryPattern =
  /^([A-Z][A-Z0-9]*-[1-9]\d*)(?: \+(\d{1,16}) (tracker|youtrack) ([^ ]*))?(?: -(\d{1,16}) (tracker|youtrack) ([^ ]*))?$/;

/** Reads what `encodeLinks` wrote; an unset property is no links. Anything unexpected makes the whole value unreadable. */
export function decodeLinks(stored: string | undefined): Result<LinkSet, StoredProblem> {
  if (stored === undefined || stored === '') return succeed(noLinks);
  const parsed = attempt((): unknown => JSON.parse(stored));
  if (!parsed.ok) return fail({ reason: 'not_json' });
  if (typeof parsed.value !== 'object' || parsed.value === null) return fail({ reason: 'wrong_shape' });
  const { v: version, links } = parsed.value as { readonly v?: unknown; readonly links?: unknown };
  if (typeof version === 'number' && version > storageVersion)
    return fail({ reason: 'newer_version', version });
  const decoded = version === storageVersion && Array.isArray(links) ? decodeEntries(links) : undefined;
  return decoded === undefined ? fail({ reason: 'wrong_shape' }) : succeed(decoded);
}

/**
 * Reads such entries; undefined where any of them is none. Parts are taken by their places: taking a list apart by a pattern costs an
 * interpreter more than all the rest here.
 */
export function decodeEntries(entries: readonly unknown[]): LinkSet | undefined {
  const links = new Map<string, LinkRecord>();
  const stems = new Set<string>();
  for (const entry of entries) {
    if (typeof entry !== 'string') return undefined;
    const parts = entry.split(' ');
    const issueKey = parts[0] ?? '';
    const record = readUsualEntry(parts, stems) ?? decodeEntry(entry);
    if (record === undefined || issueKey.length > limits.keyCharacters || links.has(issueKey))
      return undefined;
    links.set(issueKey, record);
  }
  return links;
}

/**
 * An entry as this app writes it of a link that was added and not removed: nearly all of them. A regular expression costs YouTrack's
 * engine three times as much, and decides where this one gives up.
 * @param stems the parts of keys before their numbers that are known to be well-formed
 */
function readUsualEntry(parts: readonly string[], stems: Set<string>): LinkRecord | undefined {
  const issueKey = parts[0] ?? '';
  const digits = parts[1] ?? '';
  const via = parts[2];
  const by = parts[3] ?? '';
  if (parts.length !== 4 || by === '' || by.includes('%')) return undefined;
  if (via !== 'youtrack' && via !== 'tracker') return undefined;
  const at = readPositive(digits.slice(1));
  if (at === undefined || digits[0] !== '+' || !isWellFormedKey(issueKey, stems)) return undefined;
  return { added: { at, by, via } };
}

/** A whole number above zero, in digits alone, without leading zeros, as great as a stamp may be. */
function readPositive(digits: string): number | undefined {
  const number = Number(digits);
  const isWhole = number > 0 && number <= latestStamp && Math.floor(number) === number;
  return isWhole && digits === `${number}` ? number : undefined;
}

function isWellFormedKey(issueKey: string, stems: Set<string>): boolean {
  const dash = issueKey.indexOf('-');
  if (readPositive(issueKey.slice(dash + 1)) === undefined) return false;
  const stem = issueKey.slice(0, dash);
  if (stems.has(stem)) return true;
  if (!wellFormedStem.test(stem)) return false;
  stems.add(stem);
  return true;
}

const wellFormedStem = /^[A-Z][A-Z0-9]*$/;

function decodeEntry(entry: string): LinkRecord | undefined {
  const match = entryPattern.exec(entry);
  if (match === null) return undefined;
  const [, , addedAt, addedVia, addedBy, removedAt, removedVia, removedBy] = match;
  const added = decodeStamp(addedAt, addedVia, addedBy);
  const removed = decodeStamp(removedAt, removedVia, removedBy);
  if (added === 'impossible' || removed === 'impossible' || !(added ?? removed)) return undefined;
  return { ...(added && { added }), ...(removed && { removed }) };
}

/** What the pattern has found of one stamp; undefined when there is none. */
function decodeStamp(
  digits: string | undefined,
  via: string | undefined,
  login: string | undefined,
): Stamp | 'impossible' | undefined {
  if (digits === undefined || login === undefined) return undefined;
  const at = Number(digits);
  const by = login.includes('%') ? login.replace(/%20/g, ' ').replace(/%25/g, '%') : login;
  return at > latestStamp ? 'impossible' : { at, by, via: via as Via };
}
