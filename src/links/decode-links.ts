import { isTrackerIssueKey } from '../protocol/tracker-issue-key.ts';
import { attempt, fail, type Result, succeed } from '../result.ts';
import { storageVersion } from './encode-links.ts';
import { type LinkRecord, type LinkSet, noLinks, type Stamp } from './link-set.ts';

/** Why a stored value is not read; such a value is never overwritten. */
export type StoredProblem =
  | { readonly reason: 'not_json' }
  | { readonly reason: 'wrong_shape' }
  | { readonly reason: 'newer_version'; readonly version: number };

// The last instant a Date can hold.
const lastInstant = 8_640_000_000_000_000;

/** Reads what `encodeLinks` wrote; an unset property is no links. Anything unexpected makes the whole value unreadable. */
export function decodeLinks(stored: string | undefined): Result<LinkSet, StoredProblem> {
  if (stored === undefined || stored === '') return succeed(noLinks);
  const parsed = attempt((): unknown => JSON.parse(stored));
  if (!parsed.ok) return fail({ reason: 'not_json' });
  if (!isObject(parsed.value)) return fail({ reason: 'wrong_shape' });
  const { v: version, links } = parsed.value;
  if (typeof version === 'number' && version > storageVersion)
    return fail({ reason: 'newer_version', version });
  const decoded = version === storageVersion && isObject(links) ? decodeRecords(links) : undefined;
  return decoded === undefined ? fail({ reason: 'wrong_shape' }) : succeed(decoded);
}

function decodeRecords(stored: Readonly<Record<string, unknown>>): LinkSet | undefined {
  const links = new Map<string, LinkRecord>();
  for (const [issueKey, value] of Object.entries(stored)) {
    const record = isTrackerIssueKey(issueKey) ? decodeRecord(value) : undefined;
    if (record === undefined) return undefined;
    links.set(issueKey, record);
  }
  return links;
}

function decodeRecord(stored: unknown): LinkRecord | undefined {
  if (!isObject(stored)) return undefined;
  const names = Object.keys(stored);
  const added = decodeStamp(stored.a);
  const removed = decodeStamp(stored.r);
  const understood = Number(added !== undefined) + Number(removed !== undefined);
  if (understood === 0 || understood !== names.length) return undefined;
  return { ...(added && { added }), ...(removed && { removed }) };
}

function decodeStamp(stored: unknown): Stamp | undefined {
  if (!Array.isArray(stored) || stored.length !== 3) return undefined;
  const [at, by, via]: unknown[] = stored;
  if (!Number.isSafeInteger(at) || typeof at !== 'number' || at < 0 || at > lastInstant) return undefined;
  if (typeof by !== 'string' || (via !== 'tracker' && via !== 'youtrack')) return undefined;
  return { at, by, via };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
