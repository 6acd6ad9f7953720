import type { Browser } from 'playwright-core';
import { type Latency, measure } from '../sandbox/bench/measure.ts';
import { formatRatio, printTable } from '../sandbox/bench/print-table.ts';
import { closeBrowser, launchBrowser } from '../test/support/browser.ts';
import { unpackBrowser } from '../test/support/unpack-browser.mjs';
import { type Contestant, empty, minimal, ours, rivals } from './panel/contestants.ts';
import { scrollMany } from './panel/scroll-many.ts';
import { startServer } from './panel/start-server.ts';
import { timeRows, type Weight, weigh } from './panel/visit.ts';
import { buildRival } from './rivals/build-rival.ts';

const rounds = Number(process.env.PANEL_ROUNDS ?? 40);
const warmUpMs = 5_000;

/**
 * Our issue panel beside a minimal one of React and Ring UI, turn by turn in one Chromium, and beside two floors that nobody gets
 * below; and 500 links in ours.
 */
export async function runBenchmark(): Promise<void> {
  await unpackBrowser();
  for (const { name, path } of rivals) await buildRival(name, path);
  // The first is what the others are compared with.
  const contestants = [minimal, ours, ...rivals.filter((rival) => rival !== minimal)];
  const server = await startServer(contestants);
  const browser = await launchBrowser();
  try {
    await compare(browser, server.youtrack, contestants);
    await scrollMany(browser, server.youtrack);
  } finally {
    await closeBrowser(browser);
    await server.stop();
  }
}

async function compare(browser: Browser, url: string, contestants: readonly Contestant[]): Promise<void> {
  const things = contestants.map((contestant) => ({
    name: contestant.title,
    run: () => timeRows(browser, url, contestant),
  }));
  const extent = { totalMs: 5 * warmUpMs, fewestRounds: rounds, mostRounds: rounds };
  const times = await measure(things, extent);
  const weights: Weight[] = [];
  for (const contestant of contestants) weights.push(await weigh(browser, url, contestant));
  printTable(`Panel with ten links: from navigation to rows shown, medians of ${rounds}`, [
    ['', 'time', 'of the minimal (half of the pairs)', 'script, gzip', 'style, gzip', 'all, gzip'],
    ...times.map((time, at) => [...toTime(time), ...toBytes(weights[at])]),
  ]);
  console.log(`What is not the browser's and the host's own: ${tellAboveFloor(times)}\n`);
}

function toTime({ name, p50Ms, ratio }: Latency): string[] {
  return [name, `${p50Ms.toFixed(0)} ms`, name === minimal.title ? '1' : formatRatio(ratio)];
}

function toBytes(weight: Weight | undefined): string[] {
  if (weight === undefined) return [];
  return [weight.script, weight.style, weight.all].map((bytes) => bytes.toLocaleString('en-US'));
}

/** The medians less that of the page with one word. */
function tellAboveFloor(times: readonly Latency[]): string {
  const median = ({ title }: Contestant) => times.find(({ name }) => name === title)?.p50Ms ?? Number.NaN;
  const [own, other] = [ours, minimal].map((one) => median(one) - median(empty));
  if (own === undefined || other === undefined) return '';
  return `${own.toFixed(0)} ms of ours, ${other.toFixed(0)} ms of the minimal one, ${(own / other).toFixed(2)} ×`;
}
