import type { TrackerLanguage, TrackerProblem } from '../protocol/tracker-problem.ts';
import type { Result } from '../result.ts';

/** What comes of asking Tracker: never an exception. */
export type FromTracker<T> = Result<T, TrackerProblem>;

/** Tracker as the operations see it (its REST API v3, facts of §2). Issue keys are given as they are stored. */
export interface Tracker {
  /** Whose token it is: the cheap health check. */
  readMyself(): FromTracker<TrackerAccount>;
  listApplications(): FromTracker<readonly TrackerApplication[]>;
  /** Every remote link of an issue, those of other applications too. A former key leads to the issue as well. */
  listRemoteLinks(issueKey: string): FromTracker<readonly RemoteLink[]>;
  /** Never asks Tracker to call back. What a second equal link does is documented nowhere: list before creating. */
  createRemoteLink(link: NewRemoteLink): FromTracker<undefined>;
  deleteRemoteLink(link: RemoteLinkPlace): FromTracker<undefined>;
  /** By current or former key. */
  readIssue(issueKey: string): FromTracker<TrackerIssue>;
  /** Any number of keys, 50 a request; keys that name nothing are simply not among the issues. */
  findIssues(issueKeys: readonly string[]): FoundIssues;
  /** Issues whose summary has the words of a text or their forms, the latest changed first. */
  searchIssues(search: WordSearch): FromTracker<readonly TrackerIssue[]>;
  listQueues(): FromTracker<QueueList>;
  readQueue(queueKey: string): FromTracker<TrackerQueue>;
}

export interface TrackerAccount {
  readonly login?: string;
  readonly display: string;
}

/** An external application. `origin` is what links are made with. */
export interface TrackerApplication {
  readonly origin: string;
  readonly name: string;
}

/** A link to an object of an external application. */
export interface RemoteLink {
  /** What it is deleted by; absent when it cannot be told. */
  readonly id?: string;
  readonly objectKey: string;
  /** Everything that may be the application's origin: Tracker's documentation contradicts itself. */
  readonly origins: readonly string[];
  /** Epoch milliseconds. */
  readonly createdAt?: number;
  /** A person's or service's name as Tracker shows it. */
  readonly createdBy?: string;
}

export interface NewRemoteLink {
  readonly issueKey: string;
  /** The application's `origin`. */
  readonly origin: string;
  readonly objectKey: string;
}

export interface RemoteLinkPlace {
  readonly issueKey: string;
  readonly linkId: string;
}

/** An issue of Tracker; what is unset, or cannot be understood, is left out. */
export interface TrackerIssue {
  /** The current key. */
  readonly key: string;
  /** Keys from before it moved to another queue. */
  readonly aliases: readonly string[];
  readonly summary?: string;
  readonly status?: string;
  /** Its presence means "resolved". */
  readonly resolution?: string;
  readonly assignee?: string;
  /** `YYYY-MM-DD` */
  readonly deadline?: string;
  /** Epoch milliseconds. */
  readonly updatedAt?: number;
}

/** What a search by keys found before something went wrong, if it did. */
export interface FoundIssues {
  readonly issues: readonly TrackerIssue[];
  /** Keys of which Tracker has said nothing, because of the problem. */
  readonly unanswered: readonly string[];
  readonly problem?: TrackerProblem;
}

export interface WordSearch {
  readonly text: string;
  readonly atMost: number;
}

export interface TrackerQueue {
  readonly key: string;
  readonly name: string;
}

export interface QueueList {
  readonly queues: readonly TrackerQueue[];
  /** Whether there are more queues than anybody would choose from. */
  readonly isCut: boolean;
}

/** Carries one request to Tracker's host, with the organisation and the authorization that the settings name. */
export interface TrackerTransport {
  /** Undefined when no answer came, for whatever reason. */
  send(request: TrackerRequest): TrackerAnswer | undefined;
}

export interface TrackerRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** From `/v3/` on, percent-encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
  readonly language: TrackerLanguage;
  readonly timeoutMs: number;
}

export interface TrackerAnswer {
  readonly status: number;
  readonly headers: readonly TrackerHeader[];
  readonly text: string;
}

export interface TrackerHeader {
  /** In any letter case. */
  readonly name: string;
  readonly value: string;
}

/** Tracker counts searches apart from all other requests. */
export type RequestKind = 'search' | 'other';

/** How much may be asked of Tracker from this node of YouTrack. */
export interface RequestBudget {
  /** 0: go ahead, it is counted. Else so many milliseconds have to pass first, and nothing was counted. */
  take(kind: RequestKind): number;
  /** Nothing may be asked for so long: Tracker said so. */
  pause(forMs: number): void;
}

/** What one node of YouTrack remembers from one execution of a script to the next. It may be lost at any moment. */
export interface NodeMemory {
  /** The very object that an earlier execution made under this name, else the one made now. */
  recall<T extends object>(name: string, make: () => T): T;
}
