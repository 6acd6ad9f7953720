import { compareText, type LinkRecord, type LinkSet, type Stamp } from './link-set.ts';

/** Everything both sets know. Merging is commutative, associative and idempotent, so states may meet in any order. */
export function mergeLinkSets(one: LinkSet, other: LinkSet): LinkSet {
  const merged = new Map(one);
  for (const [issueKey, record] of other) {
    merged.set(issueKey, mergeRecords(merged.get(issueKey), record));
  }
  return merged;
}

/** The later addition and the later removal of both. */
export function mergeRecords(one: LinkRecord | undefined, other: LinkRecord): LinkRecord {
  if (one === undefined) return other;
  const added = laterStamp(one.added, other.added);
  const removed = laterStamp(one.removed, other.removed);
  return { ...(added && { added }), ...(removed && { removed }) };
}

/** Whether a record already knows what the other one says. */
export function covers(record: LinkRecord | undefined, other: LinkRecord): boolean {
  return (
    laterStamp(record?.added, other.added) === record?.added &&
    laterStamp(record?.removed, other.removed) === record?.removed
  );
}

/** The later of two stamps; at the same instant the order of logins and sides decides, equally on every server. */
function laterStamp(one: Stamp | undefined, other: Stamp | undefined): Stamp | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const order = other.at - one.at || compareText(other.by, one.by) || compareText(other.via, one.via);
  return order > 0 ? other : one;
}
