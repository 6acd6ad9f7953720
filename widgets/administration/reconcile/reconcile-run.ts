import type { ReconcileApi, ReconcileScope } from './reconcile-api.ts';
import type { RunMemory } from './run-memory.ts';
import { type Action, afterStep, idle, isOpen, isRemoval, type RunRow, type RunState } from './run-state.ts';

interface RunOptions {
  readonly api: ReconcileApi;
  readonly memory: RunMemory;
  /** Settles after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}

/** How often an action waits for room in our own budget before it is given up. */
const mostWaits = 8;
const waitMs = 1_200;

/**
 * A comparison with Tracker that the page drives: step after step, so that it shows how far it is, and can be stopped, left and
 * resumed. It lives as long as the page; what it has found so far outlives that in the browser.
 */
export class ReconcileRun {
  #state: RunState = idle;
  /** Changes whenever what is under way should end. */
  #turn = 0;
  readonly #options: RunOptions;
  readonly #listeners = new Set<() => void>();

  constructor(options: RunOptions) {
    this.#options = options;
  }

  state(): RunState {
    return this.#state;
  }

  /** Calls `listener` after every change; answers how to stop it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Brings back what an earlier visit to the page has found; what was under way then is stopped. */
  async restore(): Promise<void> {
    const kept = await this.#options.memory.read();
    if (kept !== undefined && this.#state.phase === 'idle') this.#set(kept);
  }

  start(scope: ReconcileScope): Promise<void> {
    this.#set({ ...idle, scope });
    return this.resume();
  }

  /** Goes on looking where it was stopped. */
  async resume(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#set({ ...this.#state, phase: 'looking', problem: undefined, failure: undefined });
    while (turn === this.#turn) {
      const outcome = await this.#options.api.look(this.#state.scope, this.#state.after);
      if (turn !== this.#turn) return;
      if (!outcome.ok) return this.#set({ ...this.#state, phase: 'stopped', failure: outcome.failure });
      const { next, problem, retryAfterMs = 0 } = outcome.data;
      const state = afterStep(this.#state, outcome.data);
      const isOver = next === undefined && problem === undefined && state.looked >= state.total;
      if (problem !== undefined) return this.#set({ ...state, after: next, phase: 'stopped' });
      if (isOver || !state.isConnected) return this.#set({ ...state, phase: 'looked' });
      this.#set(state);
      await this.#options.pause(retryAfterMs);
    }
  }

  /** What is asked right now is still answered, but nothing more is begun. */
  stop(): void {
    this.#turn += 1;
    const { phase } = this.#state;
    if (phase === 'looking') this.#set({ ...this.#state, phase: 'stopped' });
    if (phase === 'applying') this.#set({ ...this.#state, phase: this.#phaseAtRest() });
  }

  choose(id: string, isChosen: boolean): void {
    this.#change(id, { isChosen });
  }

  act(id: string, action: Action): void {
    this.#change(id, { action });
  }

  /** All that would take nothing away, or none. */
  chooseAll(found: RunRow['difference']['found'], isChosen: boolean): void {
    const rows = this.#state.rows.map((row) =>
      row.difference.found === found && isOpen(row) && !(isChosen && isRemoval(row.action))
        ? { ...row, isChosen }
        : row,
    );
    this.#set({ ...this.#state, rows });
  }

  /** Applies what is chosen, one after another; each says at once what came of it. */
  async apply(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const chosen = this.#state.rows.filter((row) => row.isChosen && isOpen(row));
    this.#set({ ...this.#state, phase: 'applying' });
    for (const { id } of chosen) {
      if (turn !== this.#turn) return;
      await this.#applyOne(id);
    }
    if (turn === this.#turn) this.#set({ ...this.#state, phase: this.#phaseAtRest() });
  }

  async #applyOne(id: string): Promise<void> {
    const row = this.#state.rows.find((one) => one.id === id);
    if (row === undefined) return;
    const { kind, key, issueKey } = row.difference;
    this.#change(id, { step: 'applying', problem: undefined, failure: undefined });
    for (let waits = 0; ; waits += 1) {
      const outcome = await this.#options.api.apply({ action: row.action, kind, key, issueKey });
      if (!outcome.ok) return this.#change(id, { step: 'failed', failure: outcome.failure });
      const { outcome: step, problem } = outcome.data;
      if (problem?.kind !== 'over_budget' || waits === mostWaits)
        return this.#change(id, { step, problem, isChosen: step === 'failed' });
      await this.#options.pause(waitMs);
    }
  }

  #phaseAtRest(): RunState['phase'] {
    return this.#state.after === undefined ? 'looked' : 'stopped';
  }

  #change(id: string, changes: Partial<RunRow>): void {
    const rows = this.#state.rows.map((row) => (row.id === id ? { ...row, ...changes } : row));
    this.#set({ ...this.#state, rows });
  }

  #set(state: RunState): void {
    this.#state = state;
    this.#options.memory.write(state);
    for (const listener of this.#listeners) listener();
  }
}
