import { parentPort, workerData } from 'node:worker_threads';
import { openBundle } from './open-bundle.mjs';
import { runTests } from './shim.mjs';

const { code, fileCount, ownCount, covered, ids } = workerData;

/** What takes longer is left to the ordinary run: here it would run hundreds of times. */
const mostTestMs = 500;
const open = openBundle(code);

if (covered === undefined) await survey();
else for (const id of ids) parentPort.postMessage({ id, outcome: await judge(id, covered.get(id)) });

/**
 * For each mutant the tests that wake it, as `[file, numbers in the file]`: the room's own files, which are the likeliest to notice it,
 * before the others, and of each the quickest files and in them the quickest tests first.
 */
async function survey() {
  const covering = new Map();
  const total = { count: 0, slow: 0 };
  const surveyed = [];
  for (let file = 0; file < fileCount; file += 1) surveyed.push(await surveyFile(file));
  const isForeign = ({ file }) => Number(file >= ownCount);
  surveyed.sort((one, other) => isForeign(one) - isForeign(other) || one.tookMs - other.tookMs);
  for (const { file, count, quick, woken } of surveyed) {
    total.count += quick.length;
    total.slow += count - quick.length;
    for (const [id, numbers] of woken)
      covering.set(id, [...(covering.get(id) ?? []), [file, quick.filter((one) => numbers.has(one))]]);
  }
  parentPort.postMessage({ covering, ...total });
}

/** What runs while a file is loaded is woken by all its tests. */
async function surveyFile(file) {
  const woken = new Map();
  const costs = [];
  let seen = new Set();
  const { tests, restore } = open(file, (id) => {
    seen.add(id);
    return false;
  });
  const atLoad = seen;
  for (const id of atLoad) woken.set(id, new Set(tests.keys()));
  await mustPass(tests, {
    onStart() {
      seen = new Set();
      costs.push(-cpuMs());
    },
    onEnd() {
      const number = costs.length - 1;
      costs[number] += cpuMs();
      for (const id of seen) woken.set(id, (woken.get(id) ?? new Set()).add(number));
    },
  });
  restore();
  const quick = [...costs.keys()]
    .filter((number) => costs[number] <= mostTestMs)
    .sort((one, other) => costs[one] - costs[other]);
  await mustPassInOrder(file, quick);
  const tookMs = quick.reduce((sum, number) => sum + costs[number], 0);
  return { file, count: costs.length, quick, woken, tookMs };
}

/** A test that passes only behind others would be said to notice mutants that it does not. */
async function mustPassInOrder(file, numbers) {
  const { tests, restore } = open(file, () => false);
  await mustPass(numbers.map((number) => tests[number]));
  restore();
}

async function mustPass(tests, watching) {
  const failure = await runTests(tests, watching);
  if (failure === undefined) return;
  const { title, error } = failure;
  throw new Error(`${title} fails without any mutant: ${error?.stack ?? error}`);
}

/** The time of the machine that this process has used: how busy others keep it does not matter. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function judge(id, covering) {
  for (const [file, numbers] of covering) {
    parentPort.postMessage({ begun: id });
    if (await isNoticed(id, file, numbers)) return 'killed';
  }
  return 'survived';
}

async function isNoticed(id, file, numbers) {
  let opened;
  try {
    opened = open(file, (one) => one === id);
    const { tests } = opened;
    return (await runTests(numbers.map((number) => tests[number]))) !== undefined;
  } catch {
    // Modules that cannot be loaded are noticed.
    return true;
  } finally {
    opened?.restore();
  }
}
