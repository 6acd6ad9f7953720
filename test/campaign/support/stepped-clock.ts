import type { ManualClock } from '../../../sandbox/src/clock.ts';

/** A clock that stands still until it is moved, and knows when something is due next. */
export interface SteppedClock extends ManualClock {
  /** When the next job is due, epoch milliseconds; undefined where none waits. */
  nextAt(): number | undefined;
  /** Lets time pass while a job is running, as an answer that is long in coming does. */
  pass(ms: number): void;
}

interface Planned {
  readonly atMs: number;
  readonly job: () => void | Promise<void>;
}

/**
 * @param afterStep done after each job that has come to rest, before the next one begins
 */
export function createSteppedClock(startMs: number, afterStep: () => Promise<void>): SteppedClock {
  const planned = new Set<Planned>();
  let nowMs = startMs;
  let running = 0;
  return {
    now: () => nowMs,
    at(atMs, job) {
      const entry = { atMs, job };
      planned.add(entry);
      return () => void planned.delete(entry);
    },
    nextAt: () => findNext()?.atMs,
    pass(ms) {
      nowMs += ms;
    },
    async advance(ms) {
      const until = nowMs + ms;
      for (let next = findNext(); next !== undefined && next.atMs <= until; next = findNext()) {
        planned.delete(next);
        nowMs = Math.max(nowMs, next.atMs);
        await run(next);
        await afterStep();
      }
      nowMs = Math.max(nowMs, until);
    },
  };

  function findNext(): Planned | undefined {
    let next: Planned | undefined;
    for (const entry of planned) if (next === undefined || entry.atMs < next.atMs) next = entry;
    return next;
  }

  /** A job may wait for a later time itself: it is at rest then, and goes on when that has come. */
  async function run({ job }: Planned): Promise<void> {
    running += 1;
    void Promise.resolve(job()).finally(() => {
      running -= 1;
    });
    const before = planned.size;
    for (let turn = 0; turn < mostTurns && running > 0; turn += 1) {
      await nextTurn();
      if (turn >= fewTurns && planned.size > before) return;
    }
  }
}

/** Turns of the event loop after which a job that has planned something is taken to wait for it. */
const fewTurns = 3;
const mostTurns = 10_000;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
