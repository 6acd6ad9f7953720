import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon, { type LoadRequest, type LoadResult } from 'autocannon';
import { printTable } from '../sandbox/bench/print-table.ts';
import { createSeededRandom } from '../sandbox/src/world/seeded-random.ts';
import type { LoadOrder, Memory } from './load-server.ts';

const seconds = Number(process.env.LOAD_SECONDS ?? 60);
const besideSeconds = Math.max(2, Math.round(seconds / 6));
const connections = 10;
const objects = 100;
const trackerIssues = 50;

/**
 * What a server gets, as fast as it answers: 90 of 100 requests are `info`, 5 lists, 4 writes, 1 what Tracker says; ten connections.
 * Hello world before and after it says what the machine gave. `LOAD_SECONDS` makes it shorter.
 * @throws Error when a request failed: a load that is answered with errors says nothing
 */
export async function runBenchmark(): Promise<void> {
  const server = fork('build/bench/load-server.mjs', ['serve'], { execArgv: ['--expose-gc'] });
  try {
    const [{ url }] = (await once(server, 'message')) as [{ url: string }];
    await load(url, mix(), besideSeconds);
    const before = await rest(server);
    const rows: (readonly [string, LoadResult])[] = [
      ['hello, before', await load(url, hello(), besideSeconds)],
      [`the mix, ${seconds} s`, await load(url, mix(), seconds)],
      ['hello, after', await load(url, hello(), besideSeconds)],
    ];
    const after = await rest(server);
    printTable(`Load of ${connections} connections`, [
      ['', 'requests/s', 'p50', 'p99', 'longest', 'failed'],
      ...rows.map(([name, result]) => [name, ...toCells(result)]),
    ]);
    printTable('Memory of the server, at rest', [
      ['', 'heap', 'resident'],
      ['before', ...toMegabytes(before)],
      ['after', ...toMegabytes(after)],
    ]);
    const failed = rows.reduce((sum, [, result]) => sum + countFailed(result), 0);
    if (failed > 0) throw new Error(`${failed} requests failed`);
  } finally {
    tell(server, 'stop');
  }
}

function load(url: string, requests: readonly LoadRequest[], duration: number): Promise<LoadResult> {
  const headers = { authorization: 'Bearer perm:jane', 'content-type': 'application/json' };
  return autocannon({ url, connections, duration, headers, requests });
}

function hello(): readonly LoadRequest[] {
  return [{ method: 'GET', path: '/api/issues/DEMO-1/extensionEndpoints/hello/hello/hello' }];
}

/** Some thousand requests in an order that is the same each time; every connection goes through them again and again. */
function mix(): readonly LoadRequest[] {
  const random = createSeededRandom(20_261_129);
  const below = (count: number) => Math.floor(random() * count);
  return Array.from({ length: 2_000 }, () => {
    const prefix = `/api/issues/DEMO-${1 + below(objects)}/extensionEndpoints/tracker-links/issue`;
    const issueKey = `TEST-${1 + below(trackerIssues)}`;
    const chance = random();
    if (chance < 0.9) return { method: 'GET', path: `${prefix}/info` };
    if (chance < 0.93) return { method: 'GET', path: `${prefix}/links` };
    if (chance < 0.95)
      return {
        method: 'GET',
        path: `/api/extensionEndpoints/tracker-links/global/links?issueKey=${issueKey}`,
      };
    if (chance < 0.97) return { method: 'POST', path: `${prefix}/links`, body: JSON.stringify({ issueKey }) };
    if (chance < 0.99) return { method: 'DELETE', path: `${prefix}/links?issueKey=${issueKey}` };
    return { method: 'GET', path: `${prefix}/details` };
  });
}

async function rest(server: ChildProcess): Promise<Memory> {
  tell(server, 'rest');
  const [memory] = (await once(server, 'message')) as [Memory];
  return memory;
}

function tell(server: ChildProcess, order: LoadOrder): void {
  server.send(order);
}

function toCells(result: LoadResult): string[] {
  const { requests, latency } = result;
  const times = [latency.p50, latency.p99, latency.max].map((ms) => `${ms} ms`);
  return [requests.average.toFixed(0), ...times, String(countFailed(result))];
}

function countFailed({ errors, timeouts, non2xx }: LoadResult): number {
  return errors + timeouts + non2xx;
}

function toMegabytes({ heapBytes, residentBytes }: Memory): string[] {
  return [heapBytes, residentBytes].map((bytes) => `${(bytes / 1_048_576).toFixed(1)} MB`);
}
