import type { MirrorProblem } from '../protocol/answers.ts';
import type { EntityKind } from '../protocol/entity-key.ts';

/** `only_here`: a link of ours that Tracker lacks. `only_there`: one of Tracker's that we lack. `different`: both have it, not alike. */
export type Finding = 'only_here' | 'only_there' | 'different';

/** One link on which YouTrack and Tracker do not agree. */
export interface Difference {
  readonly found: Finding;
  readonly issueKey: string;
  /** The Tracker issue's page. */
  readonly url: string;
  readonly kind: EntityKind;
  /** The object's current key; where YouTrack has no such object, the key that Tracker gives. */
  readonly key: string;
  /** The object's page; absent where YouTrack has no such object. */
  readonly entityUrl?: string;
  /** The keys under which Tracker has it, where both have it and not alike: a former key, or one several times. */
  readonly there?: readonly string[];
  /** Tracker is about to be told of it without anybody's help. */
  readonly isPending?: true;
  /** Why Tracker lacks it, where that is known: it has no such issue. */
  readonly problem?: MirrorProblem;
}

/** A Tracker issue of which Tracker did not say what it is linked to. */
export interface UnreadIssue {
  readonly issueKey: string;
  readonly url: string;
  readonly problem: MirrorProblem;
}

/** Answer of `reconcile`: what one step of a dry run has found. */
export interface DifferencesAnswer {
  /** False: Tracker is not connected, and nothing was looked at. */
  readonly isConnected: boolean;
  /** Tracker issues that are linked here, or were of late. */
  readonly total: number;
  /** How many of them have been looked at in this step and those before it. */
  readonly looked: number;
  readonly differences: readonly Difference[];
  readonly unread: readonly UnreadIssue[];
  /** Given back as `after`, goes on behind this step; absent where all has been looked at. */
  readonly next?: string;
  /** No sooner than this: Tracker, or our own budget, asks for a pause. */
  readonly retryAfterMs?: number;
  /** Why the step ended early: Tracker is in trouble, and the next step is likely to end likewise. */
  readonly problem?: MirrorProblem;
}

/** Answer of `reconcile/apply`. `scheduled`: it follows in a moment. `stale`: it is not as it was found; look again. */
export interface AppliedAnswer {
  readonly outcome: 'done' | 'scheduled' | 'stale' | 'failed';
  readonly problem?: MirrorProblem;
}
