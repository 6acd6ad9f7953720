import type { LinkChange } from '../links/change-link.ts';
import { encodeLinks } from '../links/encode-links.ts';
import { countLive, type LinkSet } from '../links/link-set.ts';
import { pruneLinkSet } from '../links/prune-link-set.ts';
import type { Entity } from '../ports/youtrack.ts';

/** A decided change of one object's links. */
export interface TargetChange {
  readonly entity: Entity;
  readonly links: LinkSet;
  readonly change: LinkChange;
}

/** Writes a decided change. */
export function writeChange({ entity, links, change }: TargetChange, now: number): void {
  writeLinks(entity, new Map(links).set(change.issueKey, change.record), now);
}

/** Stores an object's links, forgetting what need not be remembered any longer. */
export function writeLinks(entity: Entity, links: LinkSet, now: number): void {
  const pruned = pruneLinkSet(links, now);
  // Both, always: overlapping writes replace each value on its own.
  entity.store.write({ trackerLinks: encodeLinks(pruned), hasTrackerLinks: countLive(pruned) > 0 });
}
