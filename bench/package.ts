import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Script } from 'node:vm';
import { printTable } from '../sandbox/bench/print-table.ts';

/**
 * Bytes of the zip and of each script in it, and the time an engine takes to compile and run each handler afresh, with the
 * libraries it loads.
 */
export async function runBenchmark(): Promise<void> {
  const names = readdirSync('dist').filter((file) => file.endsWith('.js'));
  const sources = new Map(names.map((file) => [file.slice(0, -3), readFileSync(`dist/${file}`, 'utf8')]));
  const rows = [...sources].map(([name, source]) => {
    const evaluated = name.startsWith('lib-') ? '' : `${evaluateMs(name, sources).toFixed(2)} ms`;
    return [`${name}.js`, formatBytes(Buffer.byteLength(source)), evaluated];
  });
  const total = [...sources.values()].reduce((bytes, source) => bytes + Buffer.byteLength(source), 0);
  printTable('Scripts of the package', [
    ['', 'bytes', 'to evaluate, libraries included'],
    ...rows,
    ['all scripts', formatBytes(total), ''],
    ['tracker-links.zip', formatBytes(statSync('tracker-links.zip').size), ''],
  ]);
}

/** Best of twenty, each with sources of its own so that the engine's cache does not help. */
function evaluateMs(name: string, sources: ReadonlyMap<string, string>): number {
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 20; n += 1) {
    const began = performance.now();
    evaluate(name, { sources, loaded: new Map(), mark: `//${name} ${n}` });
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

interface Evaluation {
  readonly sources: ReadonlyMap<string, string>;
  readonly loaded: Map<string, object>;
  readonly mark: string;
}

function evaluate(name: string, evaluation: Evaluation): object {
  const { sources, loaded, mark } = evaluation;
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const module = { exports: {} };
  loaded.set(name, module.exports);
  const require = (path: string) => (path.startsWith('./') ? evaluate(path.slice(2), evaluation) : stub);
  const text = `(function (exports, require, module) {${sources.get(name)}\n})${mark}`;
  new Script(text).runInThisContext()(module.exports, require, module);
  return module.exports;
}

/** Stands for any module of the scripting API: every member is again such a thing, and can be called. */
const stub: unknown = new Proxy(() => stub, { get: () => stub });

function formatBytes(bytes: number): string {
  return bytes.toLocaleString('en-US');
}
