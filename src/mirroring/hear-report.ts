import { liveStamp } from '../links/link-set.ts';
import { nameOwed, type OwedEntry, type OwedSet, withOwed, withoutOwed } from '../links/owed-set.ts';
import type { FromTracker } from '../ports/tracker.ts';
import type { Clock, Entity, Host } from '../ports/youtrack.ts';
import { succeed } from '../result.ts';
import { withReport } from '../writing/note-question.ts';
import { findApplication, listOthers } from '../writing/owe-tracker.ts';
import { readLinks } from '../writing/read-links.ts';
import type { PendingTarget } from '../writing/settle-state.ts';
import type { HeardEcho } from '../writing/tell-state.ts';
import { type AskedAbout, askOtherKeys, isStillThere } from './ask-other-keys.ts';
import type { Conversation } from './conversation.ts';

/**
 * What is owed once Tracker's report of a removal has been heard that may be of our own doing. Of a link that is there Tracker is to be
 * asked whose the removal was, where it knew of the link, and until it has answered it is told nothing of it. Of one that is gone the
 * next report counts.
 */
export function hearReport(
  { now }: Pick<Clock, 'now'>,
  { entity, owed, heard }: { readonly entity: Entity; readonly owed: OwedSet; readonly heard: HeardEcho },
): OwedSet {
  const { issueKey, key, at = 0, by = '', isAsked } = heard;
  const links = readLinks(entity);
  if (!links.ok) return owed;
  const entry = owed.get(nameOwed({ issueKey }));
  const isTold = entry?.toldAt !== undefined;
  const added = liveStamp(links.value.get(issueKey));
  if (added === undefined) return isTold ? withoutEcho(owed, entry, key) : owed;
  return added.at <= at && (isTold || isAsked) ? withReport(owed, { issueKey, at, by }, now()) : owed;
}

function withoutEcho(owed: OwedSet, entry: OwedEntry, key: string): OwedSet {
  const echoes = entry.echoes?.filter((one) => one.toLowerCase() !== key.toLowerCase()) ?? [];
  return echoes.length === 0 ? withoutOwed(owed, nameOwed(entry)) : withOwed(owed, { ...entry, echoes });
}

/**
 * Asks Tracker whose a reported removal was: while it still has the link, we have taken another one away. Else somebody has removed it
 * in Tracker, and with it what the object has under other keys of the issue. An issue that is gone says nothing.
 * @returns what is to be removed here
 */
export function askWhose(
  host: Pick<Host, 'clock' | 'findEntity' | 'settings'>,
  conversation: Conversation,
  asked: AskedAbout,
): FromTracker<readonly PendingTarget[]> {
  const { entity, links, change } = asked;
  const added = liveStamp(links.get(change.issueKey));
  if (added !== undefined && added.at > change.stamp.at) return succeed([]);
  if (findApplication(host.settings, entity.kind) === undefined) return succeed([]);
  const isThere = isStillThere(host, conversation, asked);
  if (!isThere.ok) return isThere.problem.kind === 'absent' ? succeed([]) : isThere;
  if (isThere.value) return succeed([]);
  const mayMeanOthers = listOthers(links, change.issueKey).length > 0;
  const others = mayMeanOthers ? askOtherKeys(host, conversation, asked) : succeed([]);
  if (!others.ok || added === undefined) return others;
  return succeed([{ kind: entity.kind, key: entity.key, change }, ...others.value]);
}
