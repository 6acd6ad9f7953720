import type { NodeMemory, RequestBudget, RequestKind } from '../ports/tracker.ts';
import { trackerLimits } from './tracker-limits.ts';

/** When requests were sent of late, and until when none may be. Epoch milliseconds. */
interface Spent {
  search: number[];
  other: number[];
  pausedUntil: number;
}

/**
 * Counts what is asked of Tracker from this node, all scripts and people together, over a window that slides: in no
 * second more than the limits allow. What the node forgets is forgotten at most for one window.
 */
export function createRequestBudget(memory: NodeMemory, now: () => number): RequestBudget {
  const spent = () =>
    memory.recall('trackerBudget', (): Spent => ({ search: [], other: [], pausedUntil: 0 }));
  return {
    take(kind) {
      const nowMs = now();
      const counted = spent();
      const pauseMs = counted.pausedUntil - nowMs;
      // A longer one was never asked for: the clock was put back, and need not catch up before anything goes on.
      if (pauseMs > 0 && pauseMs <= trackerLimits.longestPauseMs) return pauseMs;
      return takeOne(counted, kind, nowMs);
    },
    pause(forMs) {
      const counted = spent();
      const untilMs = now() + Math.min(forMs, trackerLimits.longestPauseMs);
      counted.pausedUntil = Math.max(counted.pausedUntil, untilMs);
    },
  };
}

function takeOne(spent: Spent, kind: RequestKind, nowMs: number): number {
  const { windowMs, requestsPerSecond } = trackerLimits;
  const recent = spent[kind].filter((atMs) => atMs > nowMs - windowMs && atMs <= nowMs);
  const [oldest = nowMs] = recent;
  const isFree = recent.length < requestsPerSecond[kind];
  spent[kind] = isFree ? [...recent, nowMs] : recent;
  return isFree ? 0 : oldest + windowMs - nowMs;
}
