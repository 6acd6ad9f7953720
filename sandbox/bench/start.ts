import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBenchmarkWorld } from './benchmark-world.ts';
import { printTable } from './print-table.ts';

const runs = 5;

/** From the command to `ready`: an empty world, and worlds of 1,000 and 100,000 issues. Median of five. */
export async function runBenchmark(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const rows = [['empty world', `${(await medianStart([])).toFixed(0)} ms`]];
    for (const count of [1_000, 100_000]) {
      const file = join(folder, `${count}.json`);
      writeFileSync(file, JSON.stringify(createBenchmarkWorld(count)));
      rows.push([
        `${count.toLocaleString('en-US')} issues`,
        `${(await medianStart(['--world', file])).toFixed(0)} ms`,
      ]);
    }
    printTable('Cold start of the sandbox, command to ready', [['', 'median'], ...rows]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function medianStart(flags: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < runs; n += 1) times.push(await startOnce(flags));
  times.sort((one, other) => one - other);
  return times[Math.floor(runs / 2)] ?? Number.NaN;
}

function startOnce(flags: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['sandbox/run.mjs', '--port', '0', '--tracker-port', '0', ...flags]);
  return new Promise((resolve, reject) => {
    let readyMs: number | undefined;
    child.stdout.once('data', () => {
      readyMs = performance.now() - began;
      child.kill('SIGTERM');
    });
    child.once('exit', () =>
      readyMs === undefined ? reject(new Error('the sandbox did not start')) : resolve(readyMs),
    );
  });
}
