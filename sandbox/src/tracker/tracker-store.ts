import type { Application } from './config/application-schema.ts';
import type { IssueConfig } from './config/issue-schema.ts';
import { type Modes, pickModes } from './config/modes-schema.ts';
import type { TrackerConfig, TrackerConfigInput, UserConfig } from './config/tracker-config.ts';
import { IssueBook, type Queue, queueKeyOf, type TrackerIssue } from './issue-book.ts';

/** A link from an issue to an object of an external application. */
export interface RemoteLink {
  readonly id: number;
  readonly issueId: string;
  readonly application: string;
  /** The object's key as it was given; Tracker knows nothing of other spellings. */
  readonly key: string;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly via: LinkVia;
}

/** How a link came about: on an issue's page, through the API, or through a trigger of its queue. */
export type LinkVia = 'page' | 'api' | 'trigger';

/** Where a link is to be made. */
export interface NewLink {
  readonly issue: TrackerIssue;
  readonly application: string;
  readonly key: string;
  readonly createdBy: string;
  readonly via: LinkVia;
}

export interface StoreOptions {
  readonly config: TrackerConfig;
  readonly now: () => number;
  /** Called after every change with what would bring the same state back as a `tracker` section. */
  readonly onChange?: ((section: TrackerConfigInput) => void) | undefined;
}

const firstLinkId = 1001;
const defaultLogin = 'robot';

/** Everything the stand-in remembers: queues, issues, links, applications, users. In memory; `toSection` writes it down. */
export class TrackerStore {
  readonly users: readonly UserConfig[];
  readonly #now: () => number;
  readonly #onChange: ((section: TrackerConfigInput) => void) | undefined;
  readonly #issues: IssueBook;
  readonly #applications = new Map<string, Application>();
  #modes: Modes;
  #links: RemoteLink[] = [];
  #nextLinkId: number;

  constructor({ config, now, onChange }: StoreOptions) {
    this.#modes = pickModes(config);
    this.users = config.users;
    this.#now = now;
    this.#onChange = onChange;
    this.#issues = new IssueBook(config, now);
    for (const application of config.applications) this.#applications.set(application.id, application);
    const highestId = Math.max(firstLinkId - 1, ...config.links.map((link) => link.id ?? 0));
    this.#nextLinkId = Math.max(config.nextLinkId ?? 0, highestId + 1);
    for (const link of config.links) this.#loadLink(link);
  }

  modes(): Modes {
    return this.#modes;
  }

  setModes(modes: Modes): void {
    this.#modes = modes;
    this.#changed();
  }

  queues(): readonly Queue[] {
    return this.#issues.queues();
  }

  findQueue(key: string): Queue | undefined {
    return this.#issues.findQueue(key);
  }

  issuesOf(queue: Queue): readonly TrackerIssue[] {
    return this.#issues.all().filter((issue) => queueKeyOf(issue.key) === queue.key);
  }

  /** By current key, former key or id; in exactly this spelling. */
  findIssue(reference: string): TrackerIssue | undefined {
    return this.#issues.find(reference);
  }

  /** Makes an issue, or replaces the fields of the one with this key. */
  putIssue(config: IssueConfig): TrackerIssue {
    const issue = this.#issues.put(config);
    this.#changed();
    return issue;
  }

  moveIssue(issue: TrackerIssue, queue: Queue): void {
    this.#issues.move(issue, queue);
    this.#changed();
  }

  /** Removes an issue with its links; its keys are not given out again. */
  removeIssue(issue: TrackerIssue): void {
    this.#links = this.#links.filter((link) => link.issueId !== issue.id);
    this.#issues.remove(issue);
    this.#changed();
  }

  /** By login, id or name: a world may write an assignee in any of these ways. */
  findUser(reference: string): UserConfig | undefined {
    const namings = [
      (user: UserConfig) => user.login,
      (user: UserConfig) => user.id,
      (user: UserConfig) => user.display,
    ];
    const finds = namings.map((name) => this.users.find((user) => name(user) === reference));
    return finds.find((user) => user !== undefined);
  }

  /** Who acts when nothing says who: the first user. */
  defaultLogin(): string {
    return this.users[0]?.login ?? defaultLogin;
  }

  applications(): readonly Application[] {
    return [...this.#applications.values()];
  }

  findApplication(id: string): Application | undefined {
    return this.#applications.get(id);
  }

  /** Registers an application, or replaces the one with the same id. */
  register(application: Application): void {
    this.#applications.set(application.id, application);
    this.#changed();
  }

  linksOf(issue: TrackerIssue): readonly RemoteLink[] {
    return this.#links.filter((link) => link.issueId === issue.id);
  }

  findLink(issue: TrackerIssue, id: number): RemoteLink | undefined {
    return this.linksOf(issue).find((link) => link.id === id);
  }

  findSameLink({ issue, application, key }: Omit<NewLink, 'createdBy' | 'via'>): RemoteLink | undefined {
    return this.linksOf(issue).find((link) => link.application === application && link.key === key);
  }

  addLink({ issue, application, key, createdBy, via }: NewLink): RemoteLink {
    const id = this.#nextLinkId++;
    const link = { id, issueId: issue.id, application, key, createdBy, via, createdAt: this.#now() };
    this.#links.push(link);
    this.#changed();
    return link;
  }

  removeLink(id: number): void {
    this.#links = this.#links.filter((link) => link.id !== id);
    this.#changed();
  }

  /** The whole state as a `tracker` section that `parseTrackerConfig` reads back. */
  toSection(): TrackerConfigInput {
    const keyOf = (issueId: string) => this.#issues.find(issueId)?.key ?? issueId;
    return {
      queues: this.queues().map((queue) => ({ ...queue })),
      issues: this.#issues.all().map((issue) => ({ ...issue, aliases: [...issue.aliases] })),
      users: [...this.users],
      applications: [...this.#applications.values()],
      links: this.#links.map(({ issueId, ...link }) => ({ ...link, issue: keyOf(issueId) })),
      ...this.#modes,
      nextLinkId: this.#nextLinkId,
    };
  }

  /** A link of the section; the same one named twice is one, unless their ids tell them apart. */
  #loadLink({ issue: issueKey, application, key, ...kept }: TrackerConfig['links'][number]): void {
    const issue = this.findIssue(issueKey);
    const isNamedTwice = issue && kept.id === undefined && this.findSameLink({ issue, application, key });
    if (issue === undefined || isNamedTwice) return;
    this.#links.push({
      id: kept.id ?? this.#nextLinkId++,
      issueId: issue.id,
      application,
      key,
      createdBy: kept.createdBy ?? this.defaultLogin(),
      createdAt: kept.createdAt ?? this.#now(),
      via: kept.via ?? 'api',
    });
  }

  #changed(): void {
    this.#onChange?.(this.toSection());
  }
}
