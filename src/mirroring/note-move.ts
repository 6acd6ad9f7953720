import { liveLinks } from '../links/link-set.ts';
import { findOwing, listOwing, nameOwed, type OwedSet, withOwed } from '../links/owed-set.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { findApplication } from '../writing/owe-tracker.ts';
import { readLinks } from '../writing/read-links.ts';
import { readOwed, writeOwed } from '../writing/read-owed.ts';
import { freshTelling, scheduleTelling } from '../writing/tell-state.ts';

/** Time for the move to be committed, and for what else is done to the object. */
const delayMs = 1_000;

/**
 * Has an object that moves to another project told to Tracker under its new key, for every link it has. In the transaction of the
 * move nothing is asked of Tracker.
 * @param formerKey undefined where it cannot be told
 */
export function noteMove(
  host: Pick<Host, 'clock' | 'schedule' | 'settings'>,
  entity: Entity,
  formerKey: string | undefined,
): void {
  const former = formerKey === undefined ? [] : [formerKey];
  const links = readLinks(entity);
  const owed = readOwed(entity);
  if (findApplication(host.settings, entity.kind) === undefined || !links.ok || !owed.ok) return;
  const now = host.clock.now();
  const live = liveLinks(links.value).map(({ issueKey }) => issueKey);
  const unlinked = listOwing(owed.value).filter(
    ({ wish, removed }) => wish === 'gone' && removed === undefined,
  );
  let noted: OwedSet = owed.value;
  for (const entry of unlinked)
    noted = withOwed(noted, { ...entry, echoes: [...(entry.echoes ?? []), ...former] });
  for (const issueKey of live) {
    const earlier = noted.get(nameOwed({ issueKey }));
    const echoes = [...(earlier?.echoes ?? []), ...former];
    const since = findOwing(noted, nameOwed({ issueKey }))?.since ?? now;
    // That it was tried says that undoing the link later does not make this one needless.
    noted = withOwed(noted, { issueKey, wish: 'live', since, attempts: 1, nextAt: now, echoes });
  }
  if (noted.size === 0) return;
  writeOwed(entity, noted);
  // A transaction that waits for Tracker may undo what is written here, and nothing else would tell of the move.
  const of = [{ kind: entity.kind, key: entity.key }];
  scheduleTelling(host, { ...freshTelling, of, owed: noted }, delayMs);
}
