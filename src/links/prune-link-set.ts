import { type LinkRecord, type LinkSet, lastChange, liveStamp } from './link-set.ts';
import { storageLimits } from './storage-limits.ts';

/** Leaves out tombstones older than 30 days, and the oldest ones beyond their number. */
export function pruneLinkSet(links: LinkSet, now: number): LinkSet {
  const kept: [string, LinkRecord][] = [];
  const tombstones: [string, LinkRecord][] = [];
  for (const entry of links) {
    if (liveStamp(entry[1]) !== undefined) kept.push(entry);
    else if (now - lastChange(entry[1]) < storageLimits.tombstoneMs) tombstones.push(entry);
  }
  tombstones.sort((one, other) => lastChange(other[1]) - lastChange(one[1]));
  return new Map([...kept, ...tombstones.slice(0, storageLimits.tombstones)]);
}
