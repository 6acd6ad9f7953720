import { countUtf8Bytes } from '../protocol/utf8-bytes.ts';
import { fail, type Result, succeed } from '../result.ts';
import { encodeLinks } from './link-codec.ts';
import { hasAny, type LinkRecord, type LinkSet, lastChange, liveStamp } from './link-set.ts';
import { storageLimits } from './storage-limits.ts';

/** How many bytes the stored text would have: more than there is room for. */
export interface NoRoom {
  readonly bytes: number;
}

/**
 * The text to store for an object's links, without the removals that need not be remembered any longer. Where it would not fit
 * into so many bytes, only those younger than a day stay; where even that does not help, there is no room.
 */
export function packLinks(links: LinkSet, now: number, mostBytes: number): Result<string, NoRoom> {
  const text = encodeLinks(pruneLinkSet(links, { now, tombstoneMs: storageLimits.tombstoneMs }));
  if (fits(text, mostBytes)) return succeed(text);
  const least = encodeLinks(pruneLinkSet(links, { now, tombstoneMs: storageLimits.leastTombstoneMs }));
  return fits(least, mostBytes) ? succeed(least) : fail({ bytes: countUtf8Bytes(least) });
}

function fits(text: string, mostBytes: number): boolean {
  // No character takes more than three bytes of its length: most texts need not be counted.
  return text.length * 3 <= mostBytes || countUtf8Bytes(text) <= mostBytes;
}

/** Leaves out the removals that are as old as this or older; links that are there are never left out. */
export function pruneLinkSet(
  links: LinkSet,
  { now, tombstoneMs }: { readonly now: number; readonly tombstoneMs: number },
): LinkSet {
  const isForgotten = (record: LinkRecord) =>
    record.removed !== undefined &&
    liveStamp(record) === undefined &&
    now - lastChange(record) >= tombstoneMs;
  // Mostly there is none, and then nothing is copied.
  if (!hasAny(links, isForgotten)) return links;
  return new Map([...links].filter(([, record]) => !isForgotten(record)));
}
