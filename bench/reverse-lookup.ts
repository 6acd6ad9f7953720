import { createBenchmarkWorld } from '../sandbox/bench/benchmark-world.ts';
import { measure } from '../sandbox/bench/measure.ts';
import { printLatencies } from '../sandbox/bench/print-table.ts';
import { demandOk, type MeasuredServer, startServerOf } from './start-app.ts';

const sizes = [10, 100, 1_000, 10_000];
const asked = 'TEST-1';
const linkedToAsked = 10;

/** What it costs to find the ten objects linked to one Tracker issue where many are linked to others. Over HTTP. */
export async function runBenchmark(): Promise<void> {
  const servers: MeasuredServer[] = [];
  try {
    for (const size of sizes) servers.push(await startServerOf(worldOf(size)));
    const path = `/api/extensionEndpoints/tracker-links/global/links?issueKey=${asked}`;
    const lookups = servers.map(({ ask }, index) => ({
      name: `${sizes[index]} linked objects`,
      run: async () => demandOk(await ask('GET', path)),
    }));
    printLatencies('Finding ten objects linked to one Tracker issue, among', await measure(lookups));
  } finally {
    for (const server of servers) await server.close();
  }
}

function worldOf(size: number): object {
  const linked = Array.from({ length: size }, (_, index) => [
    `DEMO-${index + 1}`,
    { trackerLinks: linksTo(index < linkedToAsked ? asked : `TEST-${index + 1}`), hasTrackerLinks: true },
  ]);
  const extensionProperties = { Issue: Object.fromEntries(linked) };
  return { ...createBenchmarkWorld(size), apps: { 'tracker-links': { extensionProperties } } };
}

/** A stored value with one link, as the app writes it. */
function linksTo(issueKey: string): string {
  return JSON.stringify({ v: 1, links: [`${issueKey} +1767225600000 youtrack jane`] });
}
