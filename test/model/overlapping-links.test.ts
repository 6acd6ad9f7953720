import { expect, test } from '@jest/globals';
import { seededRandom } from '../support/overlapping-world.ts';
import { shrinkList } from '../support/shrink-list.ts';
import { planSteps, type Step } from './support/plan-steps.ts';
import { runSteps } from './support/run-steps.ts';

/** `npm run campaign -- --model --operations 10000` performs ten times as many. */
const stepsEach = 1_000;
const seeds = [1, 2];

test.each(seeds.flatMap((seed) => [true, false].map((mayDelete) => [seed, mayDelete] as const)))(
  'of the requests about a link the one that began last wins, whatever dies or is forgotten (seed %i, DELETE may write: %s)',
  async (seed, mayDelete) => {
    const run = (steps: readonly Step[]) => runSteps(steps, { seed, mayDelete });
    const steps = planSteps(seededRandom(seed), stepsEach);
    const problems = run(steps);
    if (problems.length === 0) return;
    const shortest = await shrinkList(steps, async (some) => run(some).length > 0, 200);
    expect({ steps: shortest, problems: run(shortest) }).toEqual({ steps: shortest, problems: [] });
  },
);
