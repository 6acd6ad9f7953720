/** Something to time: `run` does it once; what goes before and after each time is not counted. */
export interface Measured {
  readonly name: string;
  readonly before?: () => Promise<void>;
  /** @returns the time it took in milliseconds, where it knows better than the clock here */
  // biome-ignore lint/suspicious/noConfusingVoidType: most runs give nothing back
  readonly run: () => Promise<number | void>;
  readonly after?: () => Promise<void>;
}

/** How one thing compares with the first of its table: the quotients of requests that ran side by side. */
export interface Ratio {
  readonly median: number;
  /** The quartiles: half of the pairs lie between them. */
  readonly low: number;
  readonly high: number;
}

/** Latencies in milliseconds. */
export interface Latency {
  readonly name: string;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly ratio: Ratio;
}

/** How long a comparison goes on. */
export interface Extent {
  readonly totalMs: number;
  readonly fewestRounds: number;
  readonly mostRounds: number;
}

const usual: Extent = { totalMs: 5_000, fewestRounds: 15, mostRounds: 4_000 };
const warmUpShare = 0.2;

/**
 * Times several things turn by turn, one request of each in every round and another one first each time, so that a machine that
 * is busy for a moment harms all alike: what is compared is what ran in the same round.
 */
export async function measure(
  things: readonly Measured[],
  extent: Partial<Extent> = {},
): Promise<readonly Latency[]> {
  const { totalMs, fewestRounds, mostRounds } = { ...usual, ...extent };
  const began = performance.now();
  while (performance.now() - began < totalMs * warmUpShare) await timeRound(things, 0);
  const rounds: (readonly number[])[] = [];
  while (rounds.length < mostRounds) {
    if (rounds.length >= fewestRounds && performance.now() - began > totalMs) break;
    rounds.push(await timeRound(things, rounds.length));
  }
  return things.map(({ name }, at) => {
    const times = sorted(rounds.map((round) => round[at] ?? Number.NaN));
    const quotients = sorted(rounds.map((round) => (round[at] ?? Number.NaN) / (round[0] ?? Number.NaN)));
    return { name, p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99), ratio: toRatio(quotients) };
  });
}

/** The times of one round, in the order of the things. */
async function timeRound(things: readonly Measured[], round: number): Promise<readonly number[]> {
  const times = things.map(() => Number.NaN);
  for (let turn = 0; turn < things.length; turn += 1) {
    const at = (turn + round) % things.length;
    const thing = things[at];
    if (thing !== undefined) times[at] = await timeOnce(thing);
  }
  return times;
}

async function timeOnce({ before, run, after }: Measured): Promise<number> {
  await before?.();
  const began = performance.now();
  const own = await run();
  const elapsed = performance.now() - began;
  await after?.();
  return typeof own === 'number' ? own : elapsed;
}

/** @param quotients in ascending order */
export function toRatio(quotients: readonly number[]): Ratio {
  return {
    median: quantile(quotients, 0.5),
    low: quantile(quotients, 0.25),
    high: quantile(quotients, 0.75),
  };
}

export function sorted(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((one, other) => one - other);
}

function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? Number.NaN;
}
