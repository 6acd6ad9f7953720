import type { MentionSources } from '../adding/box-sources.ts';
import { type Failure, mayHaveHappened } from '../host/failure.ts';
import { findDone, toSources } from './links-api.ts';
import { type LinksState, type Said, toTrouble, withPerson } from './links-state.ts';
import { type LinksStoreOptions, lookTimes } from './links-store-options.ts';
import { nextRows, type RowsEvent, toAddStarted } from './next-rows.ts';
import { onceLater } from './once-later.ts';
import { isDueSoon, isRemoved, isThere, type Row, type RowStep } from './row.ts';
import { SerialQueue } from './serial-queue.ts';
import { watchRemoval } from './watch-removal.ts';

/**
 * The links of one entity. It shows at once what the person did and lets the server follow, one request after another.
 * A removal is sent at once, and its undo adds the link again: closing the tab loses neither.
 */
export class LinksStore {
  #state: LinksState = { loading: 'waiting', rows: [], people: {} };
  #loadedAt = 0;
  #hasDetails = true;
  /** What helps to add links; `readTexts` is about this very entity. */
  readonly sources: MentionSources;
  readonly #options: LinksStoreOptions;
  readonly #queue = new SerialQueue();
  readonly #planLook: () => void;
  readonly #removed: string[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(options: LinksStoreOptions) {
    this.#options = options;
    this.sources = toSources(options.api, () => this.#state.panel?.key ?? '');
    this.#planLook = onceLater(
      (run) => options.after(lookTimes.mirroringMs, run),
      () => void this.lookAgain(),
    );
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
    return this.#lookInTurn();
  }

  /** Looks again, unless the last look is fresh or something is under way. */
  async refresh(): Promise<void> {
    if (this.#queue.isBusy() || this.#options.now().getTime() - this.#loadedAt < lookTimes.freshForMs) return;
    await this.#lookInTurn();
  }

  /** Looks again because somebody has just changed something elsewhere. */
  async lookAgain(): Promise<void> {
    if (!this.#queue.isBusy()) await this.#lookInTurn();
  }

  /** Has Tracker told again now what it could not be told. */
  async retryMirror(issueKey: string): Promise<void> {
    await this.#queue.run(async () => {
      const outcome = await this.#options.api.retryMirror(issueKey);
      this.#set({ trouble: outcome.ok ? undefined : { what: 'retry', failure: outcome.failure } });
      await this.#look();
      this.#planLook();
    });
  }

  /** Adds again what was removed last; answers whether there was anything. */
  undo(): boolean {
    const issueKey = this.#removed.filter((key) => isRemoved(this.#find(key))).at(-1);
    if (issueKey !== undefined) void this.add([issueKey]);
    return issueKey !== undefined;
  }

  async add(issueKeys: readonly string[]): Promise<void> {
    const present = issueKeys.filter((issueKey) => isThere(this.#find(issueKey)));
    const adding = issueKeys.filter((issueKey) => !present.includes(issueKey));
    if (present.length > 0) this.#set({ said: { what: 'already', issueKeys: present } });
    this.#apply(toAddStarted(adding, this.#state.panel?.trackerUrl ?? ''));
    if (adding.length > 0) await this.#queue.run(() => this.#create(adding));
  }

  async remove(issueKey: string): Promise<void> {
    const step = this.#find(issueKey)?.step.name;
    if (step !== 'saved' && step !== 'remove-failed') return;
    this.#removed.push(issueKey);
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

  readonly #lookInTurn = () => this.#queue.run(() => this.#look());

  async #look(): Promise<void> {
    const outcome = await this.#options.api.read();
    this.#loadedAt = this.#options.now().getTime();
    if (outcome.ok) {
      const rows = nextRows(this.#state.rows, { type: 'loaded', links: outcome.data.links });
      this.#set({
        loading: 'done',
        panel: outcome.data,
        people: withPerson(outcome.data.people, this.#options.me),
        rows,
      });
      this.#options.whenDrawn(() => void this.#readDetails());
      if (rows.some(({ mirror }) => isDueSoon(mirror, this.#loadedAt))) this.#planLook();
    } else if (this.#state.panel === undefined) this.#set({ loading: outcome.failure });
  }

  /** Beside the queue: Tracker may be slow, and nothing waits for it. */
  async #readDetails(): Promise<void> {
    if (!this.#hasDetails || this.#state.rows.length === 0) return;
    const outcome = await this.#options.api.readDetails();
    if (!outcome.ok) return this.#set({ trouble: toTrouble(this.#state, outcome.failure) });
    const { isShown, issues, problem } = outcome.data;
    this.#hasDetails = isShown;
    const of = new Map(issues.map((issue) => [issue.issueKey, issue]));
    if (isShown) this.#set({ details: { of, ...(problem && { problem }) } });
    if (this.#state.trouble?.what === 'details') this.#set({ trouble: undefined });
  }

  async #create(issueKeys: readonly string[]): Promise<void> {
    const outcome = await this.#options.api.create(issueKeys);
    if (!outcome.ok) return await this.#fail(issueKeys, 'add-failed', outcome.failure);
    this.#added(issueKeys);
    if (outcome.data.created.some(({ alreadyLinked }) => alreadyLinked.length > 0)) await this.#look();
    else void this.#readDetails();
  }

  #added(issueKeys: readonly string[]): void {
    const added = { at: this.#options.now(), by: this.#options.me.login, via: 'youtrack' } as const;
    this.#apply({ type: 'added', issueKeys, added }, { what: 'added', issueKeys });
    this.#options.onChanged?.();
    this.#planLook();
  }

  async #sendRemoval(issueKey: string): Promise<void> {
    const outcome = await this.#options.api.remove(issueKey);
    if (!outcome.ok) return await this.#fail([issueKey], 'remove-failed', outcome.failure);
    if ('scheduled' in outcome.data) {
      this.#move(issueKey, { name: 'removal-scheduled' }, 'scheduled');
      const isScheduled = () => this.#find(issueKey)?.step.name === 'removal-scheduled';
      watchRemoval({ ...this.#options, isScheduled, look: this.#lookInTurn }, lookTimes.scheduledMs);
    } else this.#move(issueKey, { name: 'removed' }, 'removed');
    this.#options.onChanged?.();
  }

  /** An answer may be lost after the work is done: that is no failure. */
  async #fail(
    issueKeys: readonly string[],
    name: 'add-failed' | 'remove-failed',
    failure: Failure,
  ): Promise<void> {
    const { api } = this.#options;
    const wish = name === 'add-failed' ? 'live' : 'gone';
    const done = mayHaveHappened(failure) ? await findDone(api, issueKeys, wish) : [];
    if (done.length > 0 && wish === 'live') this.#added(done);
    else for (const issueKey of done) this.#move(issueKey, { name: 'removed' }, 'removed');
    const left = issueKeys.filter((issueKey) => !done.includes(issueKey));
    const event = { type: 'moved', issueKeys: left, step: { name, failure } } as const;
    if (left.length > 0) this.#apply(event, { what: 'failed', issueKeys: left });
  }

  #move(issueKey: string, step: RowStep, what?: Said['what']): void {
    this.#apply({ type: 'moved', issueKeys: [issueKey], step }, what && { what, issueKeys: [issueKey] });
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
