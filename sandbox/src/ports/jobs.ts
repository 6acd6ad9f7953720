import type { ContextDescription } from '../api/context.ts';
import type { Id } from '../world/transaction.ts';
import type { OutgoingRequest } from './outgoing-request.ts';

/** An async function that waits for its time; JSON, so that it outlives a restart. */
export interface PendingJob {
  readonly id: number;
  /** Epoch milliseconds of the sandbox's clock. */
  readonly atMs: number;
  readonly app: string;
  readonly script: string;
  readonly function: string;
  readonly user: Id;
  readonly project?: Id;
  readonly deduplicationKey?: string;
  /** How many async functions ran before this one. */
  readonly hops: number;
  readonly stored: readonly (readonly [key: string, wire: string])[];
  readonly context: ContextDescription;
  readonly request?: OutgoingRequest;
  /** A transition of a state machine that happens by itself; there is no function then. */
  readonly transition?: TimedTransition;
}

export interface TimedTransition {
  readonly issue: Id;
  readonly state: string;
  readonly event: string;
}

/** The async functions that are due later. */
export interface Jobs {
  /** Plans what was pending when the sandbox stopped. To be called once the apps are there. */
  resume(): void;
  /** Plans a job; one of the same script with the same deduplication key that still waits is replaced. */
  plan(job: Omit<PendingJob, 'id'>): void;
  pending(): readonly PendingJob[];
  /** Runs a job that waits at once, and resolves when it is done. @returns whether there was such a job */
  runNow(id: number): Promise<boolean>;
  /** Takes back what waits for an app that is removed. */
  forget(app: string): void;
  /** Takes back the timed transitions of an issue that a script's state machine has planned. */
  forgetTransitions(script: { readonly app: string; readonly script: string }, issue: Id): void;
  /** Resolves when no job is running; what has begun by then is waited for, and what that sets off at once. */
  settled(): Promise<void>;
  /** Stops waiting; what is pending stays in the slot. */
  close(): void;
}
