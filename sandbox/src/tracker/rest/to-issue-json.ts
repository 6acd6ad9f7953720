import { queueKeyOf, type TrackerIssue } from '../issue-book.ts';
import type { Language } from '../language.ts';
import { displayName, type Named, type NameKind } from '../standard-names.ts';
import type { TrackerStore } from '../tracker-store.ts';
import { formatTrackerTime } from '../tracker-time.ts';

export interface JsonView {
  readonly store: TrackerStore;
  /** Our own origin: every resource carries its address as `self`. */
  readonly origin: string;
  readonly language: Language;
}

/** An issue as the API answers it (facts/tracker.md §2, Tracker's page "Get issue parameters"). Unset fields are left out. */
export function toIssueJson(view: JsonView, issue: TrackerIssue): Record<string, unknown> {
  const { origin, store } = view;
  const queue = queueKeyOf(issue.key);
  return {
    self: `${origin}/v3/issues/${issue.key}`,
    id: issue.id,
    key: issue.key,
    version: issue.version,
    ...(issue.aliases.length === 0 ? {} : { aliases: issue.aliases }),
    summary: issue.summary,
    status: toNamedJson(view, 'statuses', issue.status),
    ...(issue.resolution === undefined
      ? {}
      : { resolution: toNamedJson(view, 'resolutions', issue.resolution) }),
    ...(issue.assignee === undefined ? {} : { assignee: toUserJson(view, issue.assignee) }),
    ...(issue.deadline === undefined ? {} : { deadline: issue.deadline }),
    type: toNamedJson(view, 'issuetypes', issue.type),
    priority: toNamedJson(view, 'priorities', issue.priority),
    queue: {
      self: `${origin}/v3/queues/${queue}`,
      id: String(store.queues().findIndex((known) => known.key === queue) + 1),
      key: queue,
      display: store.findQueue(queue)?.name ?? queue,
    },
    createdAt: formatTrackerTime(issue.createdAt),
    updatedAt: formatTrackerTime(issue.updatedAt),
  };
}

/** A user as other resources refer to it: `{self, id, display}`. */
export function toUserJson({ store, origin }: JsonView, reference: string): Record<string, unknown> {
  const user = store.findUser(reference);
  const id = user?.id ?? user?.login ?? reference;
  return { self: `${origin}/v3/users/${encodeURIComponent(id)}`, id, display: user?.display ?? reference };
}

function toNamedJson({ origin, language }: JsonView, kind: NameKind, named: Named): Record<string, unknown> {
  const display = displayName(kind, named, language);
  return {
    self: `${origin}/v3/${kind}/${encodeURIComponent(named.key)}`,
    id: named.key,
    key: named.key,
    display,
  };
}
