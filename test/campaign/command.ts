import { parseArgs } from 'node:util';
import { planSteps } from '../model/support/plan-steps.ts';
import { runSteps } from '../model/support/run-steps.ts';
import { seededRandom } from '../support/overlapping-world.ts';
import { planCampaign, runCampaign } from './support/run-campaign.ts';
import { shortenPlan } from './support/shorten-plan.ts';

/**
 * Runs campaigns one after another and prints what came of them, a line each. `--from 1 --seeds 1000 --operations 500 --minutes 5`;
 * a plan that goes wrong is made shorter and printed, which takes at most as many runs as `--shrink` says. The exit code is 1 then.
 * With `--model` it is the model of overlapping requests, without a server: `--model --seeds 1 --operations 10000`.
 */
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '20' },
    operations: { type: 'string', default: '500' },
    /** No new run is begun after so long. */
    minutes: { type: 'string', default: '600' },
    shrink: { type: 'string', default: '100' },
    model: { type: 'boolean', default: false },
  },
});

const from = Number(values.from);
const until = Date.now() + Number(values.minutes) * 60_000;
let run = 0;
let wrong = 0;
for (; run < Number(values.seeds) && Date.now() < until; run += 1) {
  const problems = values.model ? runModel(from + run) : await runSeed(from + run);
  console.log(`seed ${from + run}: ${problems.length === 0 ? 'in order' : problems.join('\n  ')}`);
  if (problems.length > 0) wrong += 1;
}
console.log(`${run} seeds from ${from}, ${values.operations} operations each: ${wrong} went wrong`);
process.exit(wrong === 0 ? 0 : 1);

async function runSeed(seed: number): Promise<readonly string[]> {
  const plan = planCampaign(seed, Number(values.operations));
  const problems = await runCampaign(plan);
  if (problems.length === 0 || values.shrink === '0') return problems;
  const { setting, operations } = await shortenPlan(plan, Number(values.shrink));
  console.log(JSON.stringify(setting));
  for (const operation of operations) console.log(`  ${JSON.stringify(operation)}`);
  return [...problems, 'made shorter:', ...(await runCampaign({ setting, operations }))];
}

function runModel(seed: number): readonly string[] {
  const steps = planSteps(seededRandom(seed), Number(values.operations));
  return [true, false].flatMap((mayDelete) => runSteps(steps, { seed, mayDelete }));
}
