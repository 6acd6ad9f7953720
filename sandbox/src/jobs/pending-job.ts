import type { ContextDescription } from '../api/context.ts';
import type { OutgoingRequest } from '../context/outgoing-request.ts';
import type { Id } from '../world/transaction.ts';

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
