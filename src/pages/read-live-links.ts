import { decodeLinks, type StoredProblem } from '../links/decode-links.ts';
import { type LiveLink, liveLinks } from '../links/link-set.ts';
import type { Entity } from '../ports/ports.ts';

/** What a page can show of an object's stored value. */
export interface ShownLinks {
  /** In the order of Tracker keys; none where the value cannot be read. */
  readonly live: readonly LiveLink[];
  /** Why the value cannot be read. */
  readonly problem?: StoredProblem;
}

/** An object's links for pages, which show what they can where an operation would refuse. */
export function readLiveLinks({ links }: Entity): ShownLinks {
  const stored = decodeLinks(links.read());
  return stored.ok ? { live: liveLinks(stored.value) } : { live: [], problem: stored.problem };
}
