import { liveStamp, noLinks } from '../links/link-set.ts';
import { nameOwed } from '../links/owed-set.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { findApplication } from '../writing/owe-tracker.ts';
import { readLinks } from '../writing/read-links.ts';
import { readShownOwed } from '../writing/read-owed.ts';
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
  const { issueKey, at = 0 } = heard;
  const links = readLinks(entity);
  const added = links.ok ? liveStamp(links.value.get(issueKey)) : undefined;
  const origin = findApplication(host.settings, entity.kind);
  const isTold = readShownOwed(entity).get(nameOwed({ issueKey }))?.toldAt !== undefined;
  if (!isTold || origin === undefined || added === undefined || added.at > at) return 'own';
  const listed = conversation.listLinks(issueKey);
  if (!listed.ok) return listed.problem.kind === 'absent' ? 'own' : 'unclear';
  const { isMeantBy } = toMirroredObject(host, entity);
  return listed.value.some((one) => isLinkOf(one, origin) && isMeantBy(one.objectKey)) ? 'own' : 'others';
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
