import type { ContextDescription } from '../api/context.ts';
import type { OutgoingRequest } from './outgoing-request.ts';

/** What one execution inherits from the async functions before it, and what it asks to run next. */
export interface AsyncChain {
  /** How many async functions ran before this execution. */
  readonly hops: number;
  /** `ctx.store`: key → wire value; later values win, and all go on to the next function. */
  readonly stored: Map<string, string>;
  /** The context this execution has and the next one shall have: the same entities, never the same objects. */
  readonly context: ContextDescription;
  scheduled: ScheduledCall | undefined;
}

/** What `ctx.invokeAsync` or an `…Async` method of a connection asked for. */
export interface ScheduledCall {
  readonly name: string;
  readonly delayMs: number;
  readonly deduplicationKey: string | undefined;
  /** The HTTP request to send before the function runs. */
  readonly request?: OutgoingRequest;
}

/** The chain of an execution that no async function came before. */
export function startChain(context: ContextDescription): AsyncChain {
  return { hops: 0, stored: new Map(), context, scheduled: undefined };
}
