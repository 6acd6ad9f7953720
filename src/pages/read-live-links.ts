import type { StoredProblem } from '../links/link-codec.ts';
import { type LiveLink, liveLinks } from '../links/link-set.ts';
import type { Entity } from '../ports/youtrack.ts';
import { readLinks } from '../writing/read-links.ts';

/** What a page can show of an object's stored value. */
export interface ShownLinks {
  /** In the order of Tracker keys; none where the value cannot be read. */
  readonly live: readonly LiveLink[];
  /** Why the value cannot be read. */
  readonly problem?: StoredProblem;
}

/** An object's links for pages, which show what they can where an operation would refuse. */
export function readLiveLinks(entity: Entity): ShownLinks {
  const stored = readLinks(entity);
  return stored.ok ? { live: liveLinks(stored.value) } : { live: [], problem: stored.problem };
}
