import type { TrackerIssue } from './issue-book.ts';
import type { Journal } from './journal.ts';
import type { Sender } from './outgoing/send-call.ts';
import type { RemoteLink, TrackerStore } from './tracker-store.ts';

/** The running stand-in, as its operations see it. */
export interface Tracker {
  readonly store: TrackerStore;
  readonly journal: Journal;
  readonly sender: Sender;
  /** Stands for `{{youtrack}}` in templates. */
  readonly youtrackOrigin: string;
  /**
   * How long an answer of ours waits for the application that is told of a new or removed link. It must be bounded: when a
   * script of YouTrack posts the link and waits for us, YouTrack cannot answer our call before it has our answer.
   */
  readonly backlinkWaitMs: number;
  /** How long a page waits for the applications' answers about the linked objects. */
  readonly pageWaitMs: number;
}

/** A link together with its issue. */
export interface IssueLink {
  readonly issue: TrackerIssue;
  readonly link: RemoteLink;
}
