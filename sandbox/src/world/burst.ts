import { setImmediate, setTimeout } from 'node:timers/promises';

/** Requests that are in flight at the same time, in real time. */
export interface Burst {
  /** Tells that a request has come; the burst goes on for a while. */
  arrive(): void;
  /** Resolves when the burst is over; those that wait are released in the order of their ranks. */
  end(rank: number): Promise<void>;
}

/** A burst is over when nothing has come for so long… */
const quietMs = 15;
/** …or after this time: a stream without a pause must not hold its first requests for ever. */
const longestMs = 250;

interface Waiting {
  readonly rank: number;
  readonly release: () => void;
}

/**
 * Gathers requests that were sent together, also on a machine so busy that they are read one by one: each arrival makes
 * the burst last longer.
 */
export function createBurst(): Burst {
  let lastArrivalMs = 0;
  let waiting: Waiting[] = [];
  return {
    arrive() {
      lastArrivalMs = performance.now();
    },
    end: (rank) =>
      new Promise((release) => {
        waiting.push({ rank, release });
        if (waiting.length === 1) void releaseAll();
      }),
  };

  async function releaseAll(): Promise<void> {
    const latestMs = performance.now() + longestMs;
    do {
      await setTimeout(quietMs);
      // After a stall the timer is due before the requests that came meanwhile have been read.
      await setImmediate();
      await setImmediate();
    } while (performance.now() - lastArrivalMs < quietMs && performance.now() < latestMs);
    const released = waiting.sort((one, other) => one.rank - other.rank);
    waiting = [];
    for (const { release } of released) release();
  }
}
