import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Script } from 'node:vm';
import { printTable } from '../sandbox/bench/print-table.ts';

/** Bytes of the zip and of each script in it, and the time an engine takes to compile each one afresh. */
export async function runBenchmark(): Promise<void> {
  const scripts = readdirSync('dist').filter((file) => file.endsWith('.js'));
  const rows = scripts.map((file) => {
    const source = readFileSync(`dist/${file}`, 'utf8');
    return [file, formatBytes(Buffer.byteLength(source)), `${compileMs(source).toFixed(2)} ms`];
  });
  printTable('Scripts of the package', [
    ['', 'bytes', 'to evaluate'],
    ...rows,
    ['tracker-links.zip', formatBytes(statSync('tracker-links.zip').size), ''],
  ]);
}

/** Best of twenty, each with a source of its own so that the engine's cache does not help. */
function compileMs(source: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 20; n += 1) {
    const began = performance.now();
    const evaluate = new Script(
      `(function (exports, require, module) {${source}\n})//${n}`,
    ).runInThisContext();
    evaluate({}, () => stub, { exports: {} });
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

/** Stands for any module of the scripting API: every member is again such a thing, and can be called. */
const stub: unknown = new Proxy(() => stub, { get: () => stub });

function formatBytes(bytes: number): string {
  return bytes.toLocaleString('en-US');
}
