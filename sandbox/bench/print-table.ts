import type { Latency, Ratio } from './measure.ts';

/** Prints rows of text under a title, numbers to the right. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(title);
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('  ')}`);
  }
  console.log('');
}

/** Prints latencies with their ratio to the first row: the median of the pairs, and between what half of them lie. */
export function printLatencies(title: string, latencies: readonly Latency[]): void {
  const rows = latencies.map(({ name, p50Ms, p99Ms, ratio }, at) => [
    name,
    formatMs(p50Ms),
    formatMs(p99Ms),
    at === 0 ? '1' : formatRatio(ratio),
  ]);
  printTable(title, [['', 'p50', 'p99', 'ratio (half of the pairs)'], ...rows]);
}

export function formatRatio({ median, low, high }: Ratio): string {
  return `${median.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)})`;
}

export function formatMs(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 3 : 0)} ms`;
}
