import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { bundleTests } from './bundle-tests.mjs';
import { rooms } from './rooms.mjs';

/** One mutant may take this long: a loop that does not end is noticed too. */
const mostMs = 5_000;
/** Those that need a server, a browser or what only jest can do are none of a unit's. */
const unfit = /\bjest\.|open-sandbox|start-sandbox|two-sides|stand-in|sandbox\/src/;

const worker = new URL('./worker.mjs', import.meta.url);

/** `npm run mutate -- [room…]`: how many mutants of each room's files its tests notice. */
const named = process.argv.slice(2);
let isEnough = true;
for (const room of named.length > 0 ? named : Object.keys(rooms)) isEnough = (await mutate(room)) && isEnough;
process.exitCode = isEnough ? 0 : 1;

async function mutate(room) {
  const { folders } = rooms[room];
  const tests = folders.flatMap((folder) => listTests(folder));
  const { code, mutants } = await bundleTests({ room, tests });
  const { survey, count, slow } = await surveyTests(code);
  const covered = new Map(survey);
  const outcomes = await judgeAll(
    code,
    covered,
    mutants.filter(({ id }) => covered.has(id)).map(({ id }) => id),
  );
  const judged = mutants.map((one) => ({ ...one, outcome: outcomes.get(one.id) ?? 'not met' }));
  return report(room, { judged, tests: `${count} tests, ${slow} slow ones left out` });
}

function listTests(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`)
    .filter((file) => !unfit.test(readFileSync(file, 'utf8')))
    .sort();
}

function surveyTests(code) {
  return new Promise((resolve, reject) => {
    const one = new Worker(worker, { workerData: { code } });
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

/** @returns whether enough were noticed */
function report(room, { judged, tests }) {
  const killed = judged.filter(({ outcome }) => outcome === 'killed').length;
  const left = judged.filter(({ outcome }) => outcome !== 'killed');
  const share = Math.round((1000 * killed) / judged.length) / 10;
  mkdirSync('build/mutation', { recursive: true });
  writeFileSync(`build/mutation/${room}.txt`, left.map(describe).join('\n'));
  console.log(
    `${room}: ${killed} of ${judged.length} killed (${share} %) by ${tests}; build/mutation/${room}.txt has the rest`,
  );
  return share >= 85;
}

function describe({ file, original, mutated, outcome }) {
  const short = (text) => text.replace(/\s+/g, ' ').slice(0, 110);
  return `${outcome}  ${file}  ${short(original)}  →  ${short(mutated)}`;
}
