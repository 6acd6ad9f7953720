import type { JournalEntry } from './journal.ts';
import { announceLink, announceRemoval } from './outgoing/call-application.ts';
import type { StartedCall } from './outgoing/send-call.ts';
import { waitAtMost } from './outgoing/wait-at-most.ts';
import type { IssueLink, Tracker } from './tracker.ts';
import type { NewLink, RemoteLink } from './tracker-store.ts';

export interface LinkChange {
  readonly link: RemoteLink;
  /** Whether this request made it; false when the issue had this link already. */
  readonly isNew: boolean;
  /** The call to the application; undefined when none was due. It may still be under way. */
  readonly call: JournalEntry | undefined;
}

/**
 * Links an issue to an object. A link that is there already stays as it is and nobody is told again, so submitting twice
 * doubles nothing, unless the API is to make duplicates. With `backlink` the application is told, whatever it answers: the link stays.
 */
export async function addLink(
  tracker: Tracker,
  wanted: NewLink,
  { backlink }: Backlink,
): Promise<LinkChange> {
  const existing = tracker.store.findSameLink(wanted);
  const mayRepeat = wanted.via === 'api' && tracker.store.modes().repeatedLink === 'duplicate';
  if (existing !== undefined && !mayRepeat) return { link: existing, isNew: false, call: undefined };
  const link = tracker.store.addLink(wanted);
  const started = backlink ? announceLink(tracker, { issue: wanted.issue, link }) : undefined;
  return { link, isNew: true, call: await settle(tracker, started) };
}

/** Removes a link and tells the application, whatever it answers: the link is gone. */
export async function removeLink(
  tracker: Tracker,
  { issue, link }: IssueLink,
): Promise<JournalEntry | undefined> {
  tracker.store.removeLink(link.id);
  return await settle(tracker, announceRemoval(tracker, { issue, link }));
}

export interface Backlink {
  /** Whether the application is told, as `?backlink=true` asks. */
  readonly backlink: boolean;
}

async function settle(tracker: Tracker, started: StartedCall | undefined): Promise<JournalEntry | undefined> {
  if (started !== undefined) await waitAtMost(started.done, tracker.backlinkWaitMs);
  return started?.entry;
}
