import type { LinkChange } from '../links/change-link.ts';
import { hasAny, type LinkRecord, type LinkSet, liveStamp } from '../links/link-set.ts';
import { type NoRoom, packLinks } from '../links/pack-links.ts';
import { storageLimits } from '../links/storage-limits.ts';
import type { Entity } from '../ports/youtrack.ts';
import { fail, type Result, succeed } from '../result.ts';

/** A decided change of one object's links. */
export interface TargetChange {
  readonly entity: Entity;
  readonly links: LinkSet;
  readonly change: LinkChange;
}

/** What is to be stored on one object. */
export interface PreparedWrite {
  readonly entity: Entity;
  readonly text: string;
  readonly hasLinks: boolean;
}

/**
 * Makes everything ready to be written, or gives back the changes for which there is no room. Nothing is written here. Of several
 * changes of one object each builds on the one before, so the last one says all.
 */
export function prepareWrites<T extends TargetChange>(
  changes: readonly T[],
  now: number,
): Result<readonly PreparedWrite[], readonly T[]> {
  const prepared = new Map<Entity, PreparedWrite>();
  const refused: T[] = [];
  for (const target of changes) {
    const { entity, links, change } = target;
    const mostBytes = change.wish === 'live' ? storageLimits.bytesForAdding : storageLimits.storedBytes;
    const write = prepareWrite(entity, new Map(links).set(change.issueKey, change.record), {
      now,
      mostBytes,
    });
    if (write.ok) prepared.set(entity, write.value);
    else refused.push(target);
  }
  return refused.length > 0 ? fail(refused) : succeed([...prepared.values()]);
}

/** An object's links as they are to be stored, without what need not be remembered any longer. */
export function prepareWrite(
  entity: Entity,
  links: LinkSet,
  { now, mostBytes }: { readonly now: number; readonly mostBytes: number },
): Result<PreparedWrite, NoRoom> {
  const packed = packLinks(links, now, mostBytes);
  return packed.ok ? succeed({ entity, text: packed.value, hasLinks: hasAny(links, isLive) }) : packed;
}

function isLive(record: LinkRecord): boolean {
  return liveStamp(record) !== undefined;
}

/** Writes both the links and the flag, always: overlapping writes replace each value on its own. */
export function write({ entity, text, hasLinks }: PreparedWrite): void {
  entity.store.write({ trackerLinks: text, hasTrackerLinks: hasLinks });
}
