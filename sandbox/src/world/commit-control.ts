/** Holds the commits of overlapping transactions back, so that a test says in which order they are made. */
export interface CommitControl {
  /** From now on transactions that have something to commit wait. */
  hold(): void;
  readonly isHolding: boolean;
  /** The numbers of the transactions that wait, in the order they came; counted from 1 since `hold`. */
  waiting(): readonly number[];
  /** Resolves when so many wait. */
  untilWaiting(count: number): Promise<void>;
  /**
   * Makes commits, one after another in this order; the others go on waiting.
   * @returns the numbers that nobody waits under
   */
  release(order: readonly number[]): readonly number[];
  /** Makes the commits that still wait, in the order they came, and holds no more. */
  resume(): void;
}

/** The side of it that transactions see. */
export interface CommitGate extends CommitControl {
  /** Makes a commit, now or when it is released; rejects when it is refused. */
  pass(commit: () => void): Promise<void>;
}

interface Waiting {
  readonly number: number;
  readonly commit: () => void;
}

export function createCommitGate(): CommitGate {
  let isHolding = false;
  let last = 0;
  let waiting: Waiting[] = [];
  let onArrival: (() => void)[] = [];

  function release(order: readonly number[]): readonly number[] {
    const unknown = order.filter((number) => !waiting.some((one) => one.number === number));
    for (const number of order) waiting.find((one) => one.number === number)?.commit();
    waiting = waiting.filter(({ number }) => !order.includes(number));
    return unknown;
  }

  return {
    get isHolding() {
      return isHolding;
    },
    hold() {
      if (!isHolding) last = 0;
      isHolding = true;
    },
    waiting: () => waiting.map(({ number }) => number),
    async untilWaiting(count) {
      while (waiting.length < count)
        await new Promise<void>((resolve) => {
          onArrival.push(resolve);
        });
    },
    release,
    resume() {
      isHolding = false;
      release(waiting.map(({ number }) => number));
    },
    pass: (commit) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.push({ number: last, commit: () => settle(commit, resolve, reject) });
        for (const tell of onArrival) tell();
        onArrival = [];
      }),
  };
}

function settle(commit: () => void, resolve: () => void, reject: (problem: unknown) => void): void {
  try {
    commit();
    resolve();
  } catch (problem) {
    reject(problem);
  }
}
