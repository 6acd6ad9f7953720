import { realClock } from '../src/clock.ts';
import { canSee } from '../src/world/access.ts';
import { createWorld, type World } from '../src/world/create-world.ts';
import { findIssue, findUser } from '../src/world/lookup.ts';
import type { Transaction } from '../src/world/transaction.ts';
import { createBenchmarkWorld } from './benchmark-world.ts';
import { type Measured, measure } from './measure.ts';
import { formatRatio, printTable } from './print-table.ts';

const sizes = [1_000, 10_000, 100_000];
const linkedIssues = 10;
const property = 'ext:tracker-links:hasTrackerLinks';

const questions: readonly { name: string; ask: (tx: Transaction) => unknown }[] = [
  { name: 'lookup by readable id', ask: (tx) => findIssue(tx, 'DEMO-500') },
  { name: 'visibility of an issue', ask: canJaneSee },
  { name: 'by extension property', ask: (tx) => tx.find('Issue', property, true) },
];

/** What the sandbox's stored world answers without looking at every issue: the growth from 1,000 issues to 100,000, turn by turn. */
export async function runBenchmark(): Promise<void> {
  const worlds: World[] = [];
  for (const size of sizes) {
    const world = await createWorld({
      json: createBenchmarkWorld(size),
      writes: 'serial',
      clock: realClock(),
    });
    await markLinked(world);
    worlds.push(world);
  }
  const rows: string[][] = [];
  for (const { name, ask } of questions) {
    const latencies = await measure(worlds.map((world, at) => hundredAnswers(`${sizes[at]}`, world, ask)));
    const times = latencies.map(({ p50Ms }) => `${(p50Ms * 10).toFixed(2)} µs`);
    const growth = latencies.at(-1)?.ratio;
    rows.push([name, ...times, growth === undefined ? '' : formatRatio(growth)]);
  }
  for (const world of worlds) await world.close();
  const head = [
    'p50 of one answer',
    ...sizes.map((size) => `${size.toLocaleString('en-US')} issues`),
    'growth (half of the pairs)',
  ];
  printTable('Questions to the stored world', [head, ...rows]);
}

function markLinked({ transactions }: World): Promise<void> {
  return transactions.run('write', (tx) => {
    for (let n = 1; n <= linkedIssues; n += 1) {
      const issue = findIssue(tx, `DEMO-${n * 7}`);
      if (issue !== undefined) tx.set(issue, property, true);
    }
  });
}

/** A hundred answers in one transaction each, so that beginning the transaction does not hide them. */
function hundredAnswers(name: string, { transactions }: World, ask: (tx: Transaction) => unknown): Measured {
  return {
    name,
    run: () =>
      transactions.run('read', (tx) => {
        for (let n = 0; n < 100; n += 1) ask(tx);
      }),
  };
}

function canJaneSee(tx: Transaction): boolean {
  const issue = findIssue(tx, 'DEMO-500');
  const jane = findUser(tx, 'jane');
  return issue !== undefined && jane !== undefined && canSee(tx, jane, issue);
}
