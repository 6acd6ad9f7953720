import { type LinkSet, lastChange, liveStamp } from './link-set.ts';

/** Leaves out the removals that are as old as this or older; links that are there are never left out. */
export function pruneLinkSet(
  links: LinkSet,
  { now, tombstoneMs }: { readonly now: number; readonly tombstoneMs: number },
): LinkSet {
  const forgotten: string[] = [];
  for (const [issueKey, record] of links) {
    if (liveStamp(record) === undefined && now - lastChange(record) >= tombstoneMs) forgotten.push(issueKey);
  }
  if (forgotten.length === 0) return links;
  const pruned = new Map(links);
  for (const issueKey of forgotten) pruned.delete(issueKey);
  return pruned;
}
