import type { PendingChange } from '../links/change-link.ts';
import { type LinkSet, noLinks, recentChanges } from '../links/link-set.ts';
import { mergeLinkSets } from '../links/merge-link-sets.ts';
import { storageLimits } from '../links/storage-limits.ts';

// How far back a look remembers what others did, so that it can restore that too, and how much of it in one chain of looks.
const remembered = { ageMs: 120_000, records: 200 };

/**
 * What was done of late, by anybody, to the links of one object.
 * @param entities how many objects the chain looks after
 */
export function rememberRecent(links: LinkSet, now: number, entities: number): LinkSet {
  return recentChanges(links, {
    since: now - remembered.ageMs,
    atMost: Math.ceil(remembered.records / entities),
  });
}

/** The change with what the next look is to know. */
export function withKnown(change: PendingChange, recent: LinkSet): PendingChange {
  const own = change.known.get(change.issueKey);
  return { ...change, known: mergeLinkSets(own ? new Map([[change.issueKey, own]]) : new Map(), recent) };
}

/**
 * A look that comes a day late does not know whether a link is missing because it got lost or because its removal has been
 * forgotten meanwhile: it makes none. Removing what is older than the operation is right however late.
 */
export function withoutStaleMemory(change: PendingChange, now: number): PendingChange | undefined {
  if (now - change.stamp.at < storageLimits.leastTombstoneMs) return change;
  return change.wish === 'gone' ? { ...change, known: noLinks } : undefined;
}
