import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { createShim, runTests } from './shim.mjs';

const { code, covered, ids } = workerData;

/** What takes longer is left to the ordinary run: here it would run hundreds of times. */
const mostTestMs = 700;
const loading = -1;
const require = createRequire(`${process.cwd()}/package.json`);
const evaluate = new Script(`(function (require, module, exports, __m) {${code}\n})`, {
  filename: 'tests.cjs',
}).runInThisContext();

/** Few runs from one seed: a mutant that only the hundredth finds costs more than it tells. The smallest case is of no use here. */
const asserting = { numRuns: 20, endOnFailure: true, seed: 1 };
const quickCheck = { ...fc, default: fc, assert: (property) => fc.assert(property, asserting) };

/** A fresh copy of all modules, in which one mutant is awake. */
function load(isAwake) {
  const shim = createShim();
  const module = { exports: {} };
  const ours = { '@jest/globals': shim.globals, 'fast-check': { ...quickCheck, default: quickCheck } };
  const requireHere = (name) => ours[name] ?? require(name);
  evaluate(requireHere, module, module.exports, isAwake);
  return shim;
}

/** Which tests wake which mutant, by their numbers, the quickest first; every test for what runs while modules are loaded. */
async function survey() {
  const seen = new Map();
  let now = loading;
  const { tests } = load((id) => {
    seen.set(id, (seen.get(id) ?? new Set()).add(now));
    return false;
  });
  const tookMs = [];
  let since = performance.now();
  const note = (index) => {
    if (now !== loading) tookMs[now] = performance.now() - since;
    [now, since] = [index, performance.now()];
  };
  const failure = await runTests(tests, ({ index }) => note(index));
  note(loading);
  if (failure !== undefined) throw new Error(`${failure.title} fails without any mutant: ${failure.error}`);
  const quick = tests.map(({ index }) => index).filter((index) => tookMs[index] <= mostTestMs);
  const ordered = quick.sort((one, other) => tookMs[one] - tookMs[other]);
  const entries = [...seen].map(([id, woken]) => [
    id,
    ordered.filter((index) => woken.has(loading) || woken.has(index)),
  ]);
  parentPort.postMessage({ survey: entries, count: ordered.length, slow: tests.length - ordered.length });
}

async function judge(id) {
  try {
    const { tests } = load((one) => one === id);
    const failure = await runTests(covered.get(id).map((index) => tests[index]));
    return failure === undefined ? 'survived' : 'killed';
  } catch {
    // Modules that cannot be loaded are noticed.
    return 'killed';
  }
}

if (covered === undefined) await survey();
else
  for (const id of ids) {
    parentPort.postMessage({ begun: id });
    parentPort.postMessage({ id, outcome: await judge(id) });
  }
