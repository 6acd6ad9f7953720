import type { People } from '../../../src/pages/people.ts';
import type { Failure } from '../host/failure.ts';
import type { LinksApi } from './links-api.ts';
import type { LinksState, Said } from './links-state.ts';
import { nextRows, type RowsEvent } from './next-rows.ts';
import type { Row, RowStep } from './row.ts';
import { SerialQueue } from './serial-queue.ts';

export interface LinksStoreOptions {
  readonly api: LinksApi;
  /** The person at the screen. */
  readonly me: { readonly login: string; readonly name?: string };
  readonly now: () => Date;
  readonly after: (delayMs: number, run: () => void) => void;
}

const freshForMs = 10_000;
/** When to look whether a scheduled removal has happened; after these the row stays "scheduled" until the next look. */
const scheduledLooksMs = [1_000, 3_000, 9_000, 27_000];

/**
 * The links of one entity. It shows at once what the person did and lets the server follow, one request after another.
 * A removal is sent at once, and its undo adds the link again: closing the tab loses neither.
 */
export class LinksStore {
  #state: LinksState = { loading: 'waiting', rows: [], people: {} };
  #loadedAt = 0;
  readonly #options: LinksStoreOptions;
  readonly #queue = new SerialQueue();
  readonly #listeners = new Set<() => void>();

  constructor(options: LinksStoreOptions) {
    this.#options = options;
  }

  state(): LinksState {
    return this.#state;
  }

  /** Calls `listener` after every change; answers how to stop it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  load(): Promise<void> {
    this.#set({ loading: 'waiting' });
    return this.#queue.run(() => this.#look());
  }

  /** Looks again, unless the last look is fresh or something is under way. */
  async refresh(): Promise<void> {
    if (this.#queue.isBusy() || this.#options.now().getTime() - this.#loadedAt < freshForMs) return;
    await this.#queue.run(() => this.#look());
  }

  async add(issueKeys: readonly string[]): Promise<void> {
    const present = issueKeys.filter((issueKey) => isThere(this.#find(issueKey)));
    const adding = issueKeys.filter((issueKey) => !present.includes(issueKey));
    if (present.length > 0) this.#set({ said: { what: 'already', issueKeys: present } });
    const site = this.#state.panel?.trackerUrl ?? '';
    this.#apply({
      type: 'add-started',
      rows: adding.map((key) => ({ issueKey: key, url: `${site}/${key}` })),
    });
    if (adding.length > 0) await this.#queue.run(() => this.#create(adding));
  }

  /** What tells a Tracker key from another word, for the box. */
  readonly readNames = () => this.#options.api.readNames();

  async remove(issueKey: string): Promise<void> {
    const step = this.#find(issueKey)?.step.name;
    if (step !== 'saved' && step !== 'remove-failed') return;
    this.#move(issueKey, { name: 'removing' });
    await this.#queue.run(() => this.#sendRemoval(issueKey));
  }

  /** Does again what failed. */
  async retry(issueKey: string): Promise<void> {
    const step = this.#find(issueKey)?.step.name;
    if (step === 'add-failed') await this.add([issueKey]);
    if (step === 'remove-failed') await this.remove(issueKey);
  }

  /** Lets go of what failed: a link that could not be added goes, one that could not be removed stays. */
  dismiss(issueKey: string): void {
    const step = this.#find(issueKey)?.step.name;
    if (step === 'add-failed') this.#apply({ type: 'dismissed', issueKey });
    if (step === 'remove-failed') this.#move(issueKey, { name: 'saved' });
  }

  async #look(): Promise<void> {
    const outcome = await this.#options.api.read();
    this.#loadedAt = this.#options.now().getTime();
    if (outcome.ok) {
      const rows = nextRows(this.#state.rows, { type: 'loaded', links: outcome.data.links });
      this.#set({ loading: 'done', panel: outcome.data, people: this.#withMe(outcome.data.people), rows });
    } else if (this.#state.panel === undefined) this.#set({ loading: outcome.failure });
  }

  async #create(issueKeys: readonly string[]): Promise<void> {
    const outcome = await this.#options.api.create(issueKeys);
    if (!outcome.ok) return await this.#fail(issueKeys, 'add-failed', outcome.failure);
    const added = { at: this.#options.now(), by: this.#options.me.login, via: 'youtrack' } as const;
    this.#apply({ type: 'added', issueKeys, added }, { what: 'added', issueKeys });
    if (outcome.data.created.some(({ alreadyLinked }) => alreadyLinked.length > 0)) await this.#look();
  }

  async #sendRemoval(issueKey: string): Promise<void> {
    const outcome = await this.#options.api.remove(issueKey);
    if (!outcome.ok) return await this.#fail([issueKey], 'remove-failed', outcome.failure);
    if ('scheduled' in outcome.data) {
      this.#move(issueKey, { name: 'removal-scheduled' }, 'scheduled');
      this.#lookWhetherGone(issueKey, scheduledLooksMs);
    } else this.#move(issueKey, { name: 'removed' }, 'removed');
  }

  #lookWhetherGone(issueKey: string, [delayMs, ...later]: readonly number[]): void {
    if (delayMs === undefined || !this.#isScheduled(issueKey)) return;
    this.#options.after(delayMs, async () => {
      if (!this.#isScheduled(issueKey)) return;
      await this.#queue.run(() => this.#look());
      this.#lookWhetherGone(issueKey, later);
    });
  }

  #isScheduled(issueKey: string): boolean {
    return this.#find(issueKey)?.step.name === 'removal-scheduled';
  }

  async #fail(
    issueKeys: readonly string[],
    name: 'add-failed' | 'remove-failed',
    failure: Failure,
  ): Promise<void> {
    const key = this.#state.panel?.key;
    const isGone =
      key !== undefined && failure.kind === 'unreachable' && (await this.#options.api.isGone(key));
    const step: RowStep = { name, failure: isGone ? { ...failure, kind: 'not_found' } : failure };
    this.#apply({ type: 'moved', issueKeys, step }, { what: 'failed', issueKeys });
  }

  #move(issueKey: string, step: RowStep, what?: Said['what']): void {
    this.#apply({ type: 'moved', issueKeys: [issueKey], step }, what && { what, issueKeys: [issueKey] });
  }

  #withMe(people: People): People {
    const { login, name } = this.#options.me;
    return name === undefined ? people : { ...people, [login]: name };
  }

  #find(issueKey: string): Row | undefined {
    return this.#state.rows.find((row) => row.issueKey === issueKey);
  }

  #apply(event: RowsEvent, said?: Said): void {
    this.#set({ rows: nextRows(this.#state.rows, event), ...(said ? { said } : {}) });
  }

  #set(changes: Partial<LinksState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

function isThere(row: Row | undefined): boolean {
  return row?.step.name === 'saved' || row?.step.name === 'adding';
}
