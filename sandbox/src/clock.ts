/** The sandbox's idea of time: real for people, moved by hand for tests. Times are epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Runs the job once the clock has reached `atMs`; the returned function takes it back. */
  at(atMs: number, job: () => void | Promise<void>): () => void;
}

/** A clock that a test moves. */
export interface ManualClock extends Clock {
  /**
   * Moves the time on. Jobs that come due run one after another in the order of their times, each at its own time, those
   * they schedule included; resolves when all of them are done.
   */
  advance(ms: number): Promise<void>;
}

/** `setTimeout` cannot wait longer. */
const longestTimerMs = 2 ** 31 - 1;

/** The time of the machine. Waiting jobs do not keep the process alive. */
export function realClock(): Clock {
  return {
    now: Date.now,
    at(atMs, job) {
      let timer = wait();
      return () => clearTimeout(timer);

      function wait(): NodeJS.Timeout {
        const ms = Math.max(0, atMs - Date.now());
        return setTimeout(onTimer, Math.min(ms, longestTimerMs)).unref();
      }

      function onTimer(): void {
        if (atMs > Date.now() + 1) timer = wait();
        else void job();
      }
    },
  };
}

interface PlannedJob {
  readonly atMs: number;
  /** Asked for while a job was running: most likely by that job, which waits for it. */
  readonly isAwaited: boolean;
  readonly job: () => void | Promise<void>;
}

/** Who goes along with a clock that is moved. */
export interface Companions {
  /** Told of each new time before anything runs at it. */
  readonly onMove?: (nowMs: number) => void;
  /** Waited for whenever the jobs have come to rest, before the next one that is due begins. */
  readonly onRest?: () => Promise<void>;
}

/** A clock that stands still until it is moved. */
export function manualClock(startMs: number, { onMove, onRest }: Companions = {}): ManualClock {
  const planned = new Set<PlannedJob>();
  const running = new Set<Promise<void>>();
  let nowMs = startMs;
  return {
    now: () => nowMs,
    at(atMs, job) {
      const entry = { atMs, job, isAwaited: running.size > 0 };
      planned.add(entry);
      return () => planned.delete(entry);
    },
    async advance(ms) {
      const until = nowMs + ms;
      await comeToRest();
      for (let next = takeNext(until); next !== undefined; next = takeNext(until)) {
        move(Math.max(nowMs, next.atMs));
        start(next);
        await comeToRest();
      }
      move(until);
    },
  };

  function move(toMs: number): void {
    nowMs = toMs;
    onMove?.(nowMs);
  }

  function start({ job }: PlannedJob): void {
    const run = nextTurn()
      .then(job)
      .finally(() => running.delete(run));
    running.add(run);
  }

  /** Waits for running jobs, except for those that wait for a later time themselves. */
  async function comeToRest(): Promise<void> {
    await nextTurn();
    while (running.size > awaitedCount()) await nextTurn();
    await onRest?.();
  }

  function awaitedCount(): number {
    return [...planned].filter(({ isAwaited }) => isAwaited).length;
  }

  function takeNext(until: number): PlannedJob | undefined {
    let next: PlannedJob | undefined;
    for (const entry of planned) {
      if (entry.atMs <= until && (next === undefined || entry.atMs < next.atMs)) next = entry;
    }
    if (next !== undefined) planned.delete(next);
    return next;
  }
}

/** Lets whatever is ready run: promises, and answers that have come in. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve));
  });
}
