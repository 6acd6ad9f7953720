import { type LinkSet, liveStamp } from '../links/link-set.ts';
import { listOwing, type OwedSet } from '../links/owed-set.ts';

/**
 * Whether a link may be one that somebody has removed in Tracker under another key of its issue. Until Tracker has been asked, it must
 * not be told of the link: it would have it again, and what was reported would seem to be something else.
 */
export function isInQuestion(owed: OwedSet, links: LinkSet, issueKey: string): boolean {
  const added = liveStamp(links.get(issueKey));
  if (added === undefined) return false;
  return listOwing(owed).some(({ asks, nextAt, since, issueKey: askedKey }) => {
    const isOpen = asks?.via === 'tracker' && !asks.isSet && !asks.isAnswered && nextAt !== undefined;
    return isOpen && askedKey !== issueKey && added.at <= since;
  });
}
