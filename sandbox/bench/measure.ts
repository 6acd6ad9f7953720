import { Bench } from 'tinybench';

/** Something to time: `run` does it once; what goes before and after each time is not counted. */
export interface Measured {
  readonly name: string;
  readonly before?: () => Promise<void>;
  readonly run: () => Promise<void>;
  readonly after?: () => Promise<void>;
}

/** Latencies in milliseconds. */
export interface Latency {
  readonly name: string;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const rounds = 5;
const roundMs = 400;
const warmupMs = 400;

/**
 * Times several things side by side: in each of five rounds every one has its turn, and the median of the rounds
 * counts, so that a machine that is busy for a moment harms all alike.
 */
export async function measure(things: readonly Measured[]): Promise<readonly Latency[]> {
  const seen = new Map<string, { p50: number[]; p99: number[] }>();
  for (let round = 0; round < rounds; round += 1) {
    const bench = new Bench({ time: roundMs, warmupTime: round === 0 ? warmupMs : 50 });
    for (const { name, run, before, after } of things)
      bench.add(name, run, {
        ...(before && { beforeEach: before }),
        ...(after && { afterEach: after }),
      });
    await bench.run();
    for (const { name, result } of bench.tasks) {
      if (!('latency' in result)) throw new Error(`${name} failed`, { cause: result });
      const rows = seen.get(name) ?? { p50: [], p99: [] };
      rows.p50.push(result.latency.p50);
      rows.p99.push(result.latency.p99);
      seen.set(name, rows);
    }
  }
  return [...seen].map(([name, { p50, p99 }]) => ({ name, p50Ms: median(p50), p99Ms: median(p99) }));
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
