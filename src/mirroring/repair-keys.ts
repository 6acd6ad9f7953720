import { type LinkSet, lastChange, liveStamp, noLinks } from '../links/link-set.ts';
import { findOwing, listOwing, nameOwed } from '../links/owed-set.ts';
import type { TrackerIssue } from '../ports/tracker.ts';
import type { Clock, Entity, Host } from '../ports/youtrack.ts';
import { readShownOwed } from '../writing/read-owed.ts';
import { type PendingTarget, scheduleLook } from '../writing/settle-state.ts';

/** No chain of looks tells Tracker of a link that was last changed so long ago, so its key can go without the link going. */
const restMs = 3_600_000;

/** Whether nothing is under way about a link that would tell Tracker of it under this key, or may yet remove it. */
export function isAtRest(
  { now }: Pick<Clock, 'now'>,
  { entity, links }: { readonly entity: Entity; readonly links: LinkSet },
  issueKey: string,
): boolean {
  const owed = readShownOwed(entity);
  const added = liveStamp(links.get(issueKey))?.at ?? 0;
  const isOwed = findOwing(owed, nameOwed({ issueKey })) !== undefined;
  const isAskedAbout = listOwing(owed).some(({ asks, since }) => asks !== undefined && added <= since);
  return !isOwed && !isAskedAbout && now() - lastChange(links.get(issueKey)) >= restMs;
}

/**
 * Has links to issues that have moved to another queue stored under the issues' current keys, with their authors and times. Tracker
 * has one link all the while, and what is told finds it in place.
 * @param findIssue what Tracker has said of the issue that is stored under a key
 */
export function repairKeys(
  { clock, schedule }: Pick<Host, 'clock' | 'schedule'>,
  { entity, links }: { readonly entity: Entity; readonly links: LinkSet },
  findIssue: (issueKey: string) => TrackerIssue | undefined,
): void {
  const now = clock.now();
  const { kind, key } = entity;
  const entities = [...links].flatMap(([issueKey, record]): readonly PendingTarget[] => {
    const added = liveStamp(record);
    const current = findIssue(issueKey)?.key ?? issueKey;
    const known = links.get(current);
    // What was removed under the current key is not to come back under it.
    const mayMove = current !== issueKey && (known === undefined || liveStamp(known) !== undefined);
    if (added === undefined || !mayMove || !isAtRest(clock, { entity, links }, issueKey)) return [];
    const kept = { issueKey: current, wish: 'live' as const, stamp: { ...added, at: now } };
    const gone = { issueKey, wish: 'gone' as const, stamp: { ...added, at: now, via: 'tracker' as const } };
    return [
      { kind, key, change: { ...kept, known: new Map([[current, { added }]]) } },
      { kind, key, change: { ...gone, known: noLinks } },
    ];
  });
  if (entities.length === 0) return;
  scheduleLook({ schedule }, { look: 0, quiet: 0, entities, replacing: undefined }, 0);
}
