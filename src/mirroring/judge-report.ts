import { liveStamp, noLinks } from '../links/link-set.ts';
import { nameOwed, type OwedEntry, withOwed } from '../links/owed-set.ts';
import type { FromTracker } from '../ports/tracker.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { succeed } from '../result.ts';
import { findApplication } from '../writing/owe-tracker.ts';
import { readLinks } from '../writing/read-links.ts';
import { readOwed, readShownOwed, writeOwed } from '../writing/read-owed.ts';
import { scheduleLook } from '../writing/settle-state.ts';
import type { HeardEcho } from '../writing/tell-state.ts';
import type { Conversation } from './conversation.ts';
import { isLinkOf, toMirroredObject } from './mirror-link.ts';

/** What a report that a remote link was removed has turned out to be: of our own doing, somebody else's, or not to be told now. */
export type Report = 'own' | 'others' | 'unclear';

/**
 * Judges a report that was taken for one of our own doing, once Tracker has been told of the link: had we taken away another one,
 * the link itself would still be there.
 */
export function judgeReport(
  host: Pick<Host, 'findEntity' | 'settings'>,
  conversation: Conversation,
  { entity, heard }: { readonly entity: Entity; readonly heard: HeardEcho },
): Report {
  const { issueKey, at = 0, isTold, announcedAs } = heard;
  const isElsewhere = announcedAs !== undefined;
  const toldAt = readShownOwed(entity).get(nameOwed({ issueKey }))?.toldAt;
  if (!isElsewhere && !isTold && toldAt === undefined) return 'own';
  const asked = askWhose(host, conversation, { entity, issueKey, at, isElsewhere });
  return asked.ok ? asked.value : 'unclear';
}

/** A removal that Tracker has reported, of a link that it had until then. */
interface ReportedRemoval {
  readonly entity: Entity;
  readonly issueKey: string;
  readonly at: number;
  /** Whether we have announced it under another issue: then it is asked of a link that is gone here as well. */
  readonly isElsewhere?: boolean;
}

/** Asks Tracker whose a removal was. */
export function askWhose(
  host: Pick<Host, 'findEntity' | 'settings'>,
  conversation: Conversation,
  { entity, issueKey, at, isElsewhere }: ReportedRemoval,
): FromTracker<Exclude<Report, 'unclear'>> {
  const links = readLinks(entity);
  const added = links.ok ? liveStamp(links.value.get(issueKey)) : undefined;
  const origin = findApplication(host.settings, entity.kind);
  const isSettled = added === undefined ? !isElsewhere : added.at > at;
  if (isSettled || origin === undefined) return succeed('own');
  const listed = conversation.listLinks(issueKey);
  if (!listed.ok) return listed.problem.kind === 'absent' ? succeed('own') : listed;
  const { isMeantBy } = toMirroredObject(host, entity);
  const isThere = listed.value.some((one) => isLinkOf(one, origin) && isMeantBy(one.objectKey));
  return succeed(isThere ? 'own' : 'others');
}

/**
 * Notes beside an object's links that Tracker is still to be asked whose a removal was: until it has answered it is told nothing of
 * the link, and whoever finds the question asks it.
 * @returns what is noted; also where it could not be, for what is carried along
 */
export function noteReport(
  { clock }: Pick<Host, 'clock'>,
  entity: Entity,
  { issueKey, at = 0, by = '' }: HeardEcho,
): OwedEntry {
  const asks = { by, via: 'tracker', isReport: true } as const;
  const question = { issueKey, wish: 'gone', since: at, attempts: 0, nextAt: clock.now(), asks } as const;
  const owed = readOwed(entity);
  if (owed.ok) writeOwed(entity, withOwed(owed.value, question));
  return question;
}

/**
 * Has a link removed that somebody has removed in Tracker.
 * @param calls how many calls the chain has had that goes on with this: YouTrack allows ten in a row
 */
export function scheduleReportedRemoval(
  host: Pick<Host, 'schedule'>,
  { kind, key }: Pick<Entity, 'kind' | 'key'>,
  { issueKey, at = 0, by = '' }: HeardEcho,
  calls: number,
): void {
  const change = { issueKey, wish: 'gone', stamp: { at, by, via: 'tracker' }, known: noLinks } as const;
  const entities = [{ kind, key, change }];
  scheduleLook(host, { look: 0, quiet: 0, errands: calls, entities, replacing: undefined }, 0);
}
