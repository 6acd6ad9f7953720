import { noLinks } from '../links/link-set.ts';
import { reapplyChange } from '../links/reapply-change.ts';
import { storageLimits } from '../links/storage-limits.ts';
import type { Host } from '../ports/youtrack.ts';
import { oweTracker } from '../writing/owe-tracker.ts';
import { readLinks } from '../writing/read-links.ts';
import { leastFirstLookMs } from '../writing/settle-schedule.ts';
import type { FoundRemoval } from '../writing/tell-state.ts';
import { prepareWrite, write } from '../writing/write-change.ts';

/**
 * Removes links that removals under other keys of their issues were meant for. The questions that have led to this stay until they
 * find it done, so one that cannot be made now, or that another write undoes, is made later.
 */
export function removeFound(
  host: Pick<Host, 'clock' | 'findEntity' | 'settings'>,
  removals: readonly FoundRemoval[],
): void {
  const now = host.clock.now();
  for (const { object, issueKey, stamp } of removals) {
    const entity = host.findEntity(object);
    const stored = entity && readLinks(entity);
    if (entity === undefined || !stored?.ok) continue;
    const change = { issueKey, wish: 'gone', stamp, known: noLinks } as const;
    const { links, isChanged } = reapplyChange(stored.value, change);
    const prepared = prepareWrite(entity, links, { now, mostBytes: storageLimits.storedBytes });
    if (!isChanged || !prepared.ok) continue;
    write(prepared.value);
    oweTracker(host, { entity, change }, now + leastFirstLookMs);
  }
}
