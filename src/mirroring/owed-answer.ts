import type { MirrorView } from '../protocol/answers.ts';
import type { EntityKind } from '../protocol/entity-key.ts';

/** Answer of the administration's `owed`: one page of everything that Tracker has not been told yet, the oldest first. */
export interface OwedAnswer {
  /** How much there is on all pages. */
  readonly total: number;
  /** How much of it rests until somebody says that it be tried again. */
  readonly failed: number;
  readonly owed: readonly OwedView[];
}

/** What Tracker must still be told of one link. */
export interface OwedView extends MirrorView {
  readonly kind: EntityKind;
  /** The YouTrack object. */
  readonly key: string;
  /** The object has been removed since. */
  readonly isRemoved?: true;
  /** Its page, a path or an address; absent where it has been removed. */
  readonly entityUrl?: string;
  readonly issueKey: string;
  readonly url: string;
  /** Whether the link is to be made in Tracker, or to be taken away. */
  readonly wish: 'live' | 'gone';
  /** How often Tracker was asked in vain. */
  readonly attempts: number;
}

/** Answer of `owed/retry` and `owed/drop`: how much was meant. */
export interface OwedChangeAnswer {
  readonly changed: number;
}
