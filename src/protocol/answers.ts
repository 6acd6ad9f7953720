import type { TrackerProblemKind } from './tracker-problem.ts';

/**
 * What the endpoints answer, as JSON. Widgets and tests import these types, so that both ends of the wire agree.
 * Keys are canonical (current and spelled as YouTrack spells them). The dates of `info` are Tracker's: UTC,
 * `2017-06-11T05:16:01.339+0000`; all others are ISO 8601 in UTC, `2017-06-11T05:16:01.339Z`.
 */

/** Which side made or removed a link: Tracker's service account, or anybody else in YouTrack. */
export type Via = 'tracker' | 'youtrack';

/** A status or a resolution as Tracker shows it. */
export interface NamedValue {
  readonly name: string;
  readonly description?: string;
}

/** A person as Tracker's protocol names them; only the members that are known. Uids are JSON numbers there. */
export interface Assignee {
  readonly trackerUid?: number;
  readonly passportUid?: number;
  readonly login?: string;
}

/** Answer of `info`: exactly the fields of Tracker's external-application protocol; an unset one is absent, never null. */
export interface EntityInfo {
  readonly key: string;
  readonly summary: string;
  readonly iconUrl?: string;
  readonly status?: NamedValue;
  readonly resolution?: NamedValue;
  readonly assignee?: Assignee;
  readonly updated?: string;
  readonly deadline?: string;
}

/** One link of an entity. `url` is the issue's page in Tracker, `addedBy` a YouTrack login. */
export interface LinkView {
  readonly issueKey: string;
  readonly url: string;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly via: Via;
  /** Absent where Tracker is told nothing of such links. */
  readonly mirror?: MirrorView;
}

/** What Tracker knows of a link. */
export interface MirrorView {
  /** `pending`: Tracker is still to be told. `failed`: it could not be, and is tried no more until a person says so. */
  readonly state: 'mirrored' | 'pending' | 'failed';
  /** Since when Tracker is to be told. */
  readonly since?: string;
  /** The next try. */
  readonly nextAt?: string;
  /** Why the last try came to nothing. */
  readonly problem?: MirrorProblem;
}

export interface MirrorProblem {
  readonly kind: TrackerProblemKind;
  /** What has happened and what to do about it, in English. */
  readonly sentence: string;
  /** What Tracker said itself, in the language of whoever asked it. */
  readonly said?: string;
}

/** A removal that Tracker has not been told yet. */
export interface OwedRemoval extends MirrorView {
  readonly issueKey: string;
  readonly url: string;
}

/** Answer of `links` in the scope of one entity, in the order of Tracker keys (TEST-2 before TEST-10). */
export interface LinksAnswer {
  readonly key: string;
  readonly links: readonly LinkView[];
  /** Absent when there is none. */
  readonly owed?: readonly OwedRemoval[];
}

/** Answer of `links/retry`: the Tracker issues that are told again now. */
export interface RetryAnswer {
  readonly key: string;
  readonly retried: readonly string[];
}

/** Answer of `details`: what Tracker says of the linked issues, as far as the caller is shown it. */
export interface DetailsAnswer {
  readonly key: string;
  /** Whether the caller is shown details at all. */
  readonly isShown: boolean;
  /** In the order of Tracker keys; issues of which nothing is known are not among them. */
  readonly issues: readonly IssueDetails[];
  /** Why some of it is missing or old. */
  readonly problem?: MirrorProblem;
  /** When it may be asked again, where Tracker or our own budget asks for a pause. */
  readonly retryAfterMs?: number;
}

/** A linked issue as Tracker describes it; unset members are absent. */
export interface IssueDetails {
  /** The key the link has. */
  readonly issueKey: string;
  /** Where Tracker says that it is called otherwise now. */
  readonly currentKey?: string;
  /** Tracker has no such issue, or its account may not see it. */
  readonly isGone?: true;
  readonly summary?: string;
  readonly status?: string;
  /** Its presence means "resolved". */
  readonly resolution?: string;
  readonly assignee?: string;
  /** `YYYY-MM-DD` */
  readonly deadline?: string;
  readonly updatedAt?: string;
  /** When Tracker said so. */
  readonly readAt: string;
}

/** Answer of the global `links`: the entities linked to one Tracker issue, as far as the caller may see them. */
export interface EntitiesLinkedAnswer {
  readonly issueKey: string;
  readonly links: readonly (LinkView & { readonly key: string })[];
}

/** Answer of `create`: every entity named, once, in the order asked. */
export interface CreateAnswer {
  readonly issueKey: string;
  readonly linked: readonly string[];
  readonly alreadyLinked: readonly string[];
}

/** Answer of `create` where several Tracker issues were named, in the order asked. */
export interface CreateSeveralAnswer {
  readonly created: readonly CreateAnswer[];
}

/** Answer of `set`: the entities named, and those whose links were removed. */
export interface SetAnswer extends CreateAnswer {
  readonly removed: readonly string[];
}

/** Answer of `remove` (200). */
export interface RemoveAnswer {
  readonly issueKey: string;
  readonly removed: readonly string[];
  readonly notLinked: readonly string[];
}

/** Answer of `remove` (202) on a server whose DELETE may only read: the removal follows by itself. */
export interface ScheduledAnswer {
  readonly issueKey: string;
  readonly scheduled: readonly string[];
}

/** What the tools of agents answer, where several Tracker issues or objects are named, in the order asked. */
export interface RemoveSeveralAnswer {
  readonly removed: readonly (RemoveAnswer | ScheduledAnswer)[];
}

export interface SeveralLinksAnswer {
  readonly objects: readonly LinksAnswer[];
}

export interface SeveralLinkedAnswer {
  readonly issues: readonly EntitiesLinkedAnswer[];
}

/** Answer of `suggest`: at most ten, the exact key first. */
export interface SuggestAnswer {
  readonly suggestions: readonly EntityInfo[];
}

/** What went wrong, in one word. */
export type RefusalCode = 'malformed' | 'forbidden' | 'not_found' | 'conflict' | 'too_large' | 'upstream';

/** One thing wrong with a request: where, what was expected, what came (cut at 100 characters). */
export interface FieldProblem {
  readonly field: string;
  readonly expected: string;
  readonly received: string;
}

/** The body of every refusal. */
export interface RefusalBody {
  readonly error: RefusalCode;
  readonly error_description: string;
  readonly problems: readonly FieldProblem[];
}

/** What `?envelope=true` makes of an answer; the HTTP status is 200 then, `status` is the one it would have been. */
export type Envelope<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly status: number; readonly problem: RefusalBody };
