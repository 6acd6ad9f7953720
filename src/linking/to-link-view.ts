import { type LiveLink, lastInstant } from '../links/link-set.ts';
import type { LinkView } from '../protocol/answers.ts';

/** A link as it is answered; `trackerSite` is where Tracker's pages are. */
export function toLinkView({ issueKey, added }: LiveLink, trackerSite: string): LinkView {
  return {
    issueKey,
    url: `${trackerSite}/${issueKey}`,
    addedAt: new Date(Math.min(added.at, lastInstant)).toISOString(),
    addedBy: added.by,
    via: added.via,
  };
}
