import { createHash } from 'node:crypto';
import type { Application, TokenScheme } from './config/application-schema.ts';
import type { IssueConfig } from './config/issue-schema.ts';
import type { TrackerConfig, TrackerConfigInput, UserConfig } from './config/tracker-config.ts';
import type { Named } from './standard-names.ts';

/** An issue as the stand-in keeps it; moments are epoch milliseconds, `deadline` is `YYYY-MM-DD`. */
export interface TrackerIssue {
  /** Stays the same when the issue moves to another queue. */
  readonly id: string;
  key: string;
  aliases: readonly string[];
  summary: string;
  status: Named;
  resolution: Named | undefined;
  type: Named;
  priority: Named;
  assignee: string | undefined;
  deadline: string | undefined;
  createdAt: number;
  updatedAt: number;
  version: number;
}

/** A link from an issue to an object of an external application. */
export interface RemoteLink {
  readonly id: number;
  readonly issueId: string;
  readonly application: string;
  /** The object's key as it was given; Tracker knows nothing of other spellings. */
  readonly key: string;
  readonly createdBy: string;
  readonly createdAt: number;
}

export interface Queue {
  readonly key: string;
  readonly name: string;
  /** The highest issue number ever given out: keys are never reused. */
  lastNumber: number;
}

/** Where a link is to be made. */
export interface NewLink {
  readonly issue: TrackerIssue;
  readonly application: string;
  readonly key: string;
  readonly createdBy: string;
}

export interface StoreOptions {
  readonly config: TrackerConfig;
  readonly now: () => number;
  /** Called after every change with what would bring the same state back as a `tracker` section. */
  readonly onChange?: ((section: TrackerConfigInput) => void) | undefined;
}

const firstLinkId = 1001;

/** Everything the stand-in remembers: queues, issues, links, applications, users. In memory; `toSection` writes it down. */
export class TrackerStore {
  readonly tokens: Readonly<Record<string, string>> | undefined;
  readonly repeatedLink: 'existing' | 'conflict';
  readonly #now: () => number;
  readonly #onChange: ((section: TrackerConfigInput) => void) | undefined;
  readonly #queues = new Map<string, Queue>();
  readonly #issues = new Map<string, TrackerIssue>();
  readonly #issueIdsByKey = new Map<string, string>();
  readonly #users = new Map<string, UserConfig>();
  readonly #applications = new Map<string, Application>();
  #links: RemoteLink[] = [];
  #nextLinkId: number;

  constructor({ config, now, onChange }: StoreOptions) {
    this.tokens = config.tokens;
    this.repeatedLink = config.repeatedLink;
    this.#now = now;
    this.#onChange = onChange;
    for (const queue of config.queues ?? []) this.#queues.set(queue.key, { ...queue });
    for (const user of config.users) this.#users.set(user.login, user);
    for (const application of config.applications) this.#applications.set(application.id, application);
    for (const issue of config.issues) this.#index(this.#toIssue(issue));
    const highest = Math.max(firstLinkId - 1, ...config.links.map((link) => link.id ?? 0));
    this.#nextLinkId = config.nextLinkId ?? highest + 1;
    this.#loadLinks(config.links);
  }

  queues(): readonly Queue[] {
    return [...this.#queues.values()];
  }

  users(): readonly UserConfig[] {
    return [...this.#users.values()];
  }

  applications(): readonly Application[] {
    return [...this.#applications.values()];
  }

  issuesOf(queue: string): readonly TrackerIssue[] {
    return [...this.#issues.values()].filter((issue) => queueKeyOf(issue.key) === queue);
  }

  findApplication(id: string): Application | undefined {
    return this.#applications.get(id);
  }

  findUser(login: string): UserConfig | undefined {
    return this.#users.get(login);
  }

  /** By current key, former key or id; in exactly this spelling. */
  findIssue(reference: string): TrackerIssue | undefined {
    return this.#issues.get(this.#issueIdsByKey.get(reference) ?? reference);
  }

  linksOf(issue: TrackerIssue): readonly RemoteLink[] {
    return this.#links.filter((link) => link.issueId === issue.id);
  }

  findLink(issue: TrackerIssue, id: number): RemoteLink | undefined {
    return this.linksOf(issue).find((link) => link.id === id);
  }

  findSameLink(wanted: NewLink): RemoteLink | undefined {
    return this.linksOf(wanted.issue).find(
      (link) => link.application === wanted.application && link.key === wanted.key,
    );
  }

  addLink({ issue, application, key, createdBy }: NewLink): RemoteLink {
    const id = this.#nextLinkId++;
    const link = { id, issueId: issue.id, application, key, createdBy, createdAt: this.#now() };
    this.#links.push(link);
    this.#changed();
    return link;
  }

  removeLink(id: number): void {
    this.#links = this.#links.filter((link) => link.id !== id);
    this.#changed();
  }

  /** Registers an application, or replaces the one with the same id. */
  register(application: Application): void {
    this.#applications.set(application.id, application);
    this.#changed();
  }

  setTokenScheme(application: Application, tokenScheme: TokenScheme): void {
    this.register({ ...application, tokenScheme });
  }

  /** Makes an issue, or replaces the fields of the one with the same key. */
  putIssue(config: IssueConfig): TrackerIssue {
    const existing = this.findIssue(config.key);
    const issue = this.#toIssue({
      ...config,
      id: existing?.id ?? config.id,
      key: existing?.key ?? config.key,
    });
    issue.createdAt = config.createdAt ?? existing?.createdAt ?? issue.createdAt;
    issue.aliases = existing?.aliases ?? issue.aliases;
    issue.version = existing === undefined ? issue.version : existing.version + 1;
    this.#index(issue);
    this.#changed();
    return issue;
  }

  /** Gives the issue the next free key of the queue; its id stays, the old key becomes an alias (facts/tracker.md §3). */
  moveIssue(issue: TrackerIssue, queue: Queue): void {
    issue.aliases = [...issue.aliases, issue.key];
    issue.key = `${queue.key}-${queue.lastNumber + 1}`;
    issue.updatedAt = this.#now();
    issue.version += 1;
    this.#index(issue);
    this.#changed();
  }

  /** Removes an issue with its links; its keys are not given out again. */
  removeIssue(issue: TrackerIssue): void {
    this.#links = this.#links.filter((link) => link.issueId !== issue.id);
    for (const key of [issue.key, ...issue.aliases]) this.#issueIdsByKey.delete(key);
    this.#issues.delete(issue.id);
    this.#changed();
  }

  /** The whole state as a `tracker` section that `parseTrackerConfig` reads back. */
  toSection(): TrackerConfigInput {
    return {
      queues: this.queues().map((queue) => ({ ...queue })),
      issues: [...this.#issues.values()].map((issue) => ({ ...issue, aliases: [...issue.aliases] })),
      users: [...this.#users.values()],
      applications: [...this.#applications.values()],
      links: this.#links.map(({ issueId, ...link }) => ({
        ...link,
        issue: this.#issues.get(issueId)?.key ?? issueId,
      })),
      ...(this.tokens === undefined ? {} : { tokens: { ...this.tokens } }),
      repeatedLink: this.repeatedLink,
      nextLinkId: this.#nextLinkId,
    };
  }

  #loadLinks(links: TrackerConfig['links']): void {
    for (const link of links) {
      const issue = this.findIssue(link.issue);
      if (issue === undefined) continue;
      const createdBy = link.createdBy ?? this.users()[0]?.login ?? defaultLogin;
      const wanted = { issue, application: link.application, key: link.key, createdBy };
      if (this.findSameLink(wanted) !== undefined) continue;
      const id = link.id ?? this.#nextLinkId++;
      const createdAt = link.createdAt ?? this.#now();
      this.#links.push({
        id,
        issueId: issue.id,
        application: link.application,
        key: link.key,
        createdBy,
        createdAt,
      });
    }
  }

  #toIssue(config: IssueConfig): TrackerIssue {
    const createdAt = config.createdAt ?? config.updatedAt ?? this.#now();
    return {
      id: config.id ?? createHash('sha1').update(config.key).digest('hex').slice(0, 24),
      key: config.key,
      aliases: config.aliases,
      summary: config.summary ?? config.key,
      status: config.status,
      resolution: config.resolution ?? undefined,
      type: config.type,
      priority: config.priority,
      assignee: config.assignee ?? undefined,
      deadline: config.deadline ?? undefined,
      createdAt,
      updatedAt: config.updatedAt ?? this.#now(),
      version: config.version,
    };
  }

  #index(issue: TrackerIssue): void {
    this.#issues.set(issue.id, issue);
    for (const key of [issue.key, ...issue.aliases]) {
      this.#issueIdsByKey.set(key, issue.id);
      const queue = this.#queues.get(queueKeyOf(key));
      if (queue !== undefined) queue.lastNumber = Math.max(queue.lastNumber, numberOf(key));
    }
  }

  #changed(): void {
    this.#onChange?.(this.toSection());
  }
}

/** Who acts when the section names no users. */
export const defaultLogin = 'robot';

/** `TEST` of `TEST-12`. */
export function queueKeyOf(issueKey: string): string {
  return issueKey.slice(0, issueKey.lastIndexOf('-'));
}

function numberOf(issueKey: string): number {
  return Number(issueKey.slice(issueKey.lastIndexOf('-') + 1));
}
