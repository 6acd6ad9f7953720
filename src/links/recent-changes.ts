import { type LinkRecord, type LinkSet, lastChange } from './link-set.ts';

/** The records that changed at or after an instant, the newest first, at most so many. */
export function recentChanges(links: LinkSet, { since, atMost }: { since: number; atMost: number }): LinkSet {
  const recent: [string, LinkRecord][] = [];
  for (const entry of links) {
    if (lastChange(entry[1]) >= since) recent.push(entry);
  }
  recent.sort((one, other) => lastChange(other[1]) - lastChange(one[1]));
  return new Map(recent.slice(0, atMost));
}
