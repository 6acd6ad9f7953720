import { type LinkRecord, type LinkSet, lastChange } from './link-set.ts';

/** The records that changed at or after an instant, the newest first, at most so many. */
export function recentChanges(links: LinkSet, { since, atMost }: { since: number; atMost: number }): LinkSet {
  const recent: { readonly entry: [string, LinkRecord]; readonly changed: number }[] = [];
  for (const entry of links) {
    const changed = lastChange(entry[1]);
    if (changed >= since) recent.push({ entry, changed });
  }
  recent.sort((one, other) => other.changed - one.changed);
  return new Map(recent.slice(0, atMost).map(({ entry }) => entry));
}
