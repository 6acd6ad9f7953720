import { createHash } from 'node:crypto';
import type { IssueConfig } from './config/issue-schema.ts';
import type { TrackerConfig } from './config/tracker-config.ts';
import type { Named } from './standard-names.ts';

/** An issue as the stand-in keeps it; moments are epoch milliseconds, `deadline` is `YYYY-MM-DD`. */
export interface TrackerIssue {
  /** Stays the same when the issue moves to another queue. */
  readonly id: string;
  key: string;
  aliases: readonly string[];
  readonly summary: string;
  readonly status: Named;
  readonly resolution: Named | undefined;
  readonly type: Named;
  readonly priority: Named;
  readonly assignee: string | undefined;
  readonly deadline: string | undefined;
  readonly createdAt: number;
  updatedAt: number;
  version: number;
}

export interface Queue {
  readonly key: string;
  readonly name: string;
  /** The highest issue number ever given out: keys are never reused. */
  lastNumber: number;
}

/** The queues and their issues. */
export class IssueBook {
  readonly #now: () => number;
  readonly #queues = new Map<string, Queue>();
  readonly #issues = new Map<string, TrackerIssue>();
  readonly #idsByKey = new Map<string, string>();

  constructor({ queues, issues }: Pick<TrackerConfig, 'queues' | 'issues'>, now: () => number) {
    this.#now = now;
    for (const queue of queues ?? []) this.#queues.set(queue.key, { ...queue });
    for (const issue of issues) this.put(issue);
  }

  queues(): readonly Queue[] {
    return [...this.#queues.values()];
  }

  findQueue(key: string): Queue | undefined {
    return this.#queues.get(key);
  }

  all(): readonly TrackerIssue[] {
    return [...this.#issues.values()];
  }

  /** By current key, former key or id; in exactly this spelling. */
  find(reference: string): TrackerIssue | undefined {
    return this.#issues.get(this.#idsByKey.get(reference) ?? reference);
  }

  /** Makes an issue, or replaces the fields of the one with this key; its id, keys and creation time stay. */
  put(config: IssueConfig): TrackerIssue {
    const existing = this.find(config.key);
    const createdAt = config.createdAt ?? existing?.createdAt ?? config.updatedAt ?? this.#now();
    const issue: TrackerIssue = {
      id: existing?.id ?? config.id ?? makeId(config.key),
      key: existing?.key ?? config.key,
      aliases: existing?.aliases ?? config.aliases,
      summary: config.summary ?? config.key,
      status: config.status,
      resolution: config.resolution ?? undefined,
      type: config.type,
      priority: config.priority,
      assignee: config.assignee ?? undefined,
      deadline: config.deadline ?? undefined,
      createdAt,
      updatedAt: config.updatedAt ?? this.#now(),
      version: config.version ?? (existing?.version ?? 0) + 1,
    };
    this.#index(issue);
    return issue;
  }

  /** Gives the issue the next free key of the queue; its id stays, the old key becomes an alias (facts/tracker.md §3). */
  move(issue: TrackerIssue, queue: Queue): void {
    issue.aliases = [...issue.aliases, issue.key];
    issue.key = `${queue.key}-${queue.lastNumber + 1}`;
    issue.updatedAt = this.#now();
    issue.version += 1;
    this.#index(issue);
  }

  remove(issue: TrackerIssue): void {
    for (const key of [issue.key, ...issue.aliases]) this.#idsByKey.delete(key);
    this.#issues.delete(issue.id);
  }

  #index(issue: TrackerIssue): void {
    this.#issues.set(issue.id, issue);
    for (const key of [issue.key, ...issue.aliases]) {
      this.#idsByKey.set(key, issue.id);
      const queue = this.#queues.get(queueKeyOf(key));
      if (queue !== undefined) queue.lastNumber = Math.max(queue.lastNumber, numberOf(key));
    }
  }
}

/** `TEST` of `TEST-12`. */
export function queueKeyOf(issueKey: string): string {
  return issueKey.slice(0, issueKey.lastIndexOf('-'));
}

function numberOf(issueKey: string): number {
  return Number(issueKey.slice(issueKey.lastIndexOf('-') + 1));
}

/** 24 hexadecimal digits, as Tracker's ids look; the same key gets the same id at every start. */
function makeId(issueKey: string): string {
  return createHash('sha1').update(issueKey).digest('hex').slice(0, 24);
}
