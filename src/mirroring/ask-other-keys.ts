import type { FromTracker } from '../ports/tracker.ts';
import type { Host } from '../ports/youtrack.ts';
import { succeed } from '../result.ts';
import { findApplication } from '../writing/owe-tracker.ts';
import type { LookedAt } from '../writing/settle-links.ts';
import type { PendingTarget } from '../writing/settle-state.ts';
import type { Conversation } from './conversation.ts';
import { findOtherKeys } from './find-other-keys.ts';
import { isLinkOf, toMirroredObject } from './mirror-link.ts';

/** An operation, with the links of its object as they are. */
export interface AskedAbout extends Pick<LookedAt, 'entity' | 'links' | 'change'> {
  /** Whether it is one of those that setting a whole list makes. */
  readonly isSet?: boolean | undefined;
}

/**
 * Asks Tracker which other links of the object the operation is about as well, because they lead to the same issue under other keys.
 * An issue that is not there has no other keys.
 */
export function askOtherKeys(
  host: Pick<Host, 'clock' | 'findEntity' | 'settings'>,
  conversation: Conversation,
  asked: AskedAbout,
): FromTracker<readonly PendingTarget[]> {
  const { change } = asked;
  const read = conversation.readIssue(change.issueKey);
  if (!read.ok) return read.problem.kind === 'absent' ? succeed([]) : read;
  const found = findOtherKeys(host.clock, asked, read.value);
  const isReport = change.wish === 'gone' && change.stamp.via === 'tracker' && !asked.isSet;
  if (!isReport || found.length === 0) return succeed(found);
  const isThere = isStillThere(host, conversation, asked);
  if (!isThere.ok) return isThere;
  return succeed(isThere.value ? [] : found);
}

/** Whether Tracker has a link for the object all the same: what it has reported then is that we have taken another one away. */
export function isStillThere(
  host: Pick<Host, 'findEntity' | 'settings'>,
  conversation: Conversation,
  { entity, change: { issueKey } }: AskedAbout,
): FromTracker<boolean> {
  const origin = findApplication(host.settings, entity.kind);
  const listed = conversation.listLinks(issueKey);
  if (origin === undefined || !listed.ok) return listed.ok ? succeed(false) : listed;
  const { isMeantBy } = toMirroredObject(host, entity);
  return succeed(listed.value.some((one) => isLinkOf(one, origin) && isMeantBy(one.objectKey)));
}
