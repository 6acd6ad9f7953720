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
}

/** Answer of `links` in the scope of one entity, in the order of Tracker keys (TEST-2 before TEST-10). */
export interface LinksAnswer {
  readonly key: string;
  readonly links: readonly LinkView[];
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
