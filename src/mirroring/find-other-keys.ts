import type { PendingChange } from '../links/change-link.ts';
import { liveStamp, noLinks } from '../links/link-set.ts';
import type { TrackerIssue } from '../ports/tracker.ts';
import type { Clock } from '../ports/youtrack.ts';
import type { LookedAt } from '../writing/settle-links.ts';
import type { PendingTarget } from '../writing/settle-state.ts';
import { isAtRest } from './repair-keys.ts';

/**
 * The links of an object to the same issue under other keys that an operation is about as well. A removal is meant for all of them;
 * a link under the current key takes the place of one under a former key. Tracker, which has one link all the while, is told under
 * the key of the operation alone.
 */
export function findOtherKeys(
  clock: Pick<Clock, 'now'>,
  { entity, links, change }: Pick<LookedAt, 'entity' | 'links' | 'change'>,
  issue: TrackerIssue,
): readonly PendingTarget[] {
  const keys = [issue.key, ...issue.aliases].filter((key) => key !== change.issueKey);
  const { kind, key } = entity;
  if (change.wish === 'gone') {
    const older = keys.filter((one) => (liveStamp(links.get(one))?.at ?? Number.NaN) <= change.stamp.at);
    return older.map((issueKey) => ({ kind, key, change: toRemoval(change, issueKey) }));
  }
  if (issue.key !== change.issueKey) return [];
  const atRest = keys.filter(
    (one) => liveStamp(links.get(one)) !== undefined && isAtRest(clock, { entity, links }, one),
  );
  return atRest.map((issueKey) => ({ kind, key, change: toRemoval(change, issueKey) }));
}

function toRemoval({ stamp }: PendingChange, issueKey: string): PendingChange {
  return { issueKey, wish: 'gone', stamp, known: noLinks };
}
