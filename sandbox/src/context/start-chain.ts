import type { ContextDescription } from '../api/context.ts';
import type { AsyncChain } from '../ports/execution.ts';

/** The chain of an execution that no async function came before. */
export function startChain(context: ContextDescription): AsyncChain {
  return { hops: 0, stored: new Map(), context, scheduled: undefined };
}
