import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { bundleTests } from './bundle-tests.mjs';
import { report } from './report.mjs';
import { rooms, testFolders, unfit } from './rooms.mjs';

/** One mutant may take this long: a loop that does not end is noticed too. */
const mostMs = 30_000;

const worker = new URL('./worker.mjs', import.meta.url);

/** `npm run mutate -- [room…]`: how many mutants of each room's files its tests notice. */
const named = process.argv.slice(2);
let isEnough = true;
for (const room of named.length > 0 ? named : rooms) isEnough = (await mutate(room)) && isEnough;
process.exitCode = isEnough ? 0 : 1;

async function mutate(room) {
  const since = performance.now();
  const files = testFolders.flatMap((folder) => listTests(folder));
  const { code, mutants, fileCount, ownCount } = await bundleTests({ room, files });
  const { covering, count, slow } = await surveyTests({ code, fileCount, ownCount });
  const ids = mutants.filter(({ id }) => covering.has(id)).map(({ id }) => id);
  const outcomes = await judgeAll(code, covering, ids);
  const judged = mutants
    .sort(compareMutants)
    .map((one) => ({ ...one, outcome: outcomes.get(one.id) ?? 'not met' }));
  const seconds = Math.round((performance.now() - since) / 1000);
  return report(room, { judged, tests: `${count} tests, ${slow} slow ones left out`, seconds });
}

function compareMutants(one, other) {
  return one.file === other.file ? one.id - other.id : one.file < other.file ? -1 : 1;
}

function listTests(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`)
    .filter((file) => !unfit.test(readFileSync(file, 'utf8')))
    .sort();
}

function surveyTests(workerData) {
  return new Promise((resolve, reject) => {
    const one = new Worker(worker, { workerData, stdout: true, stderr: true });
    one.once('message', resolve);
    one.once('error', reject);
  });
}

/** One worker after another: one that is stuck is ended, and the next goes on behind it. */
async function judgeAll(code, covered, ids) {
  const outcomes = new Map();
  let rest = ids;
  while (rest.length > 0) {
    await judgeUntilStuck({ code, covered, ids: rest }, outcomes);
    rest = rest.filter((id) => !outcomes.has(id));
  }
  return outcomes;
}

function judgeUntilStuck(workerData, outcomes) {
  return new Promise((resolve, reject) => {
    const one = new Worker(worker, { workerData, stdout: true, stderr: true });
    let timer;
    one.on('message', ({ begun, id, outcome }) => {
      clearTimeout(timer);
      if (id !== undefined) outcomes.set(id, outcome);
      else
        timer = setTimeout(() => {
          outcomes.set(begun, 'killed');
          one.terminate();
        }, mostMs);
    });
    one.once('error', reject);
    one.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
