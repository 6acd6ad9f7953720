import type { PendingChange } from './change-link.ts';
import { type LinkRecord, type LinkSet, lastChange, liveStamp } from './link-set.ts';
import { covers, mergeLinkSets, mergeRecords } from './merge-link-sets.ts';

/** What a look at the stored links found. */
export interface Look {
  /** The links as they should be stored. */
  readonly links: LinkSet;
  /** Whether the operation itself had gone missing: a sign of many writers at once. */
  readonly wasMissing: boolean;
  /** Whether anything had, so that the links must be written. */
  readonly isChanged: boolean;
}

/**
 * Applies a change once more, with its original stamp, to what is stored now. Doing so twice, or in any order with
 * other changes, ends in the same state.
 */
export function reapplyChange(stored: LinkSet, { issueKey, wish, stamp, known }: PendingChange): Look {
  const merged = new Map(mergeLinkSets(stored, known));
  const wished = fulfil({ wish, stamp }, merged.get(issueKey));
  if (wished !== undefined) merged.set(issueKey, wished);
  const wasMissing = wished !== undefined && !covers(stored.get(issueKey), wished);
  return { links: merged, wasMissing, isChanged: wasMissing || hasLost(stored, known) };
}

/** An older state may still turn up from a transaction that began before the operation; the wish outlives it. */
function fulfil(
  { wish, stamp }: Pick<PendingChange, 'wish' | 'stamp'>,
  record: LinkRecord | undefined,
): LinkRecord | undefined {
  const live = liveStamp(record);
  if (wish === 'live') {
    const isOutdated = live === undefined && lastChange(record) < stamp.at;
    return isOutdated ? mergeRecords(record, { added: stamp }) : record;
  }
  return live !== undefined && live.at <= stamp.at ? mergeRecords(record, { removed: stamp }) : record;
}

function hasLost(stored: LinkSet, known: LinkSet): boolean {
  for (const [issueKey, record] of known) {
    if (!covers(stored.get(issueKey), record)) return true;
  }
  return false;
}
