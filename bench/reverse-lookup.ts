import { createBenchmarkWorld } from '../sandbox/bench/benchmark-world.ts';
import { measure } from '../sandbox/bench/measure.ts';
import { formatMs, formatRatio, printTable } from '../sandbox/bench/print-table.ts';
import { demandOk, issueEndpoints, type MeasuredServer, startServerOf } from './start-app.ts';

const sizes = [100, 1_000, 10_000];
const asked = 'TEST-1';
const linkedToAsked = 10;

const global = '/api/extensionEndpoints/tracker-links/global';
const admin = '/api/extensionEndpoints/tracker-links/admin';
const project = '/api/admin/projects/DEMO/extensionEndpoints/tracker-links/project';

/** Everything that goes through what is linked. */
const lists: readonly (readonly [name: string, path: string])[] = [
  ['objects of one Tracker issue', `${global}/links?issueKey=${asked}`],
  ['all links, first page', `${admin}/links?top=50`],
  ['all links, a thousand', `${admin}/links?top=1000`],
  ['audit', `${admin}/audit`],
  ['checks', `${admin}/status`],
  ['what is owed', `${admin}/owed`],
  ['linked in a project', `${project}/linked`],
  ['overview of a project', `${project}/overview`],
  ['queues for the add box', `${issueEndpoints('DEMO-1')}/queues`],
];

/**
 * What every list and lookup costs with 100 to 10,000 linked objects, over HTTP, turn by turn. The ratio is of ten times as many
 * objects: beyond 10 it grows faster than what is linked.
 */
export async function runBenchmark(): Promise<void> {
  const servers: MeasuredServer[] = [];
  try {
    for (const size of sizes) servers.push(await startServerOf(worldOf(size)));
    const rows: string[][] = [];
    for (const [name, path] of lists) rows.push([name, ...(await measureList(servers, path))]);
    const head = sizes.map((size) => size.toLocaleString('en-US'));
    printTable('Lists and lookups among so many linked objects, p50', [
      ['', ...head, '1,000 / 100', '10,000 / 1,000 (half of the pairs)'],
      ...rows,
    ]);
  } finally {
    for (const server of servers) await server.close();
  }
}

async function measureList(servers: readonly MeasuredServer[], path: string): Promise<string[]> {
  const ask = (server: MeasuredServer | undefined, name: string) => ({
    name,
    run: async () => server && demandOk(await server.ask('GET', path)),
  });
  const [few, many, most] = servers;
  const extent = { totalMs: 2_500, fewestRounds: 5 };
  const first = await measure([ask(few, 'few'), ask(many, 'many')], extent);
  const second = await measure([ask(many, 'many'), ask(most, 'most')], extent);
  const times = [first[0], second[0], second[1]].map((latency) => formatMs(latency?.p50Ms ?? Number.NaN));
  const ratios = [first[1], second[1]].map((latency) =>
    latency === undefined ? '' : formatRatio(latency.ratio),
  );
  return [...times, ...ratios];
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
