import { type LinkSet, liveStamp } from './link-set.ts';
import { findReport, listOwing, type OwedSet } from './owed-set.ts';

/**
 * Whether a link may be one that somebody has removed in Tracker: under another key of its issue, or while we were removing it as well.
 * Until Tracker has been asked, it must not be told of the link: it would have it again, and what was reported would seem to be
 * something else.
 */
export function isInQuestion(owed: OwedSet, links: LinkSet, issueKey: string): boolean {
  const added = liveStamp(links.get(issueKey));
  if (added === undefined) return false;
  // Neither a rest nor an answer ends this: where the removal was somebody's, the one here is still to be seen in place.
  if (findReport(owed, issueKey, added.at) !== undefined) return true;
  return listOwing(owed).some(({ asks, nextAt, since, issueKey: askedKey }) => {
    const isOpen = asks?.via === 'tracker' && !asks.isSet && !asks.isAnswered && nextAt !== undefined;
    return isOpen && askedKey !== issueKey && added.at <= since;
  });
}

/**
 * The time of the latest removal of which it is still to be asked what it was meant for, and that may take a link with it. Epoch
 * milliseconds; undefined where there is none, and where the link is not there. Whoever adds such a link means it to stay.
 */
export function findRemovalInQuestion(owed: OwedSet, links: LinkSet, issueKey: string): number | undefined {
  const added = liveStamp(links.get(issueKey));
  if (added === undefined) return undefined;
  const removals = listOwing(owed).flatMap(({ asks, since }) =>
    asks !== undefined && added.at <= since ? [since] : [],
  );
  return removals.length === 0 ? undefined : Math.max(...removals);
}
