import { type LinkRecord, type LinkSet, lastChange, liveStamp } from './link-set.ts';
import { storageLimits } from './storage-limits.ts';

/** Leaves out tombstones older than 30 days, and the oldest ones beyond their number. */
export function pruneLinkSet(links: LinkSet, now: number): LinkSet {
  const tombstones = findTombstones(links);
  const kept = tombstones
    .filter(([, record]) => now - lastChange(record) < storageLimits.tombstoneMs)
    .sort(([, one], [, other]) => lastChange(other) - lastChange(one))
    .slice(0, storageLimits.tombstones);
  if (kept.length === tombstones.length) return links;
  const pruned = new Map(links);
  for (const [issueKey] of tombstones) pruned.delete(issueKey);
  for (const [issueKey, record] of kept) pruned.set(issueKey, record);
  return pruned;
}

function findTombstones(links: LinkSet): [string, LinkRecord][] {
  const tombstones: [string, LinkRecord][] = [];
  for (const [issueKey, record] of links) {
    if (liveStamp(record) === undefined) tombstones.push([issueKey, record]);
  }
  return tombstones;
}
