import { planCampaign, runCampaign } from './run-campaign.ts';
import { shortenPlan } from './shorten-plan.ts';

/** Few, because the test waits; `npm run campaign -- --from <seed> --seeds 1` tries longer. */
const mostShrinkingRuns = 20;

export const operations = 500;

/** One run takes some seconds; what a machine needs that has much else to do is no fault. */
export const campaignTimeoutMs = 600_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * One run after another, also behind one that was given up on for the time it took: they share the thread that Tracker lives in.
 * @throws Error that shows the shortest plan found to go wrong, and how
 */
export function expectInOrder(seed: number): Promise<void> {
  const run = last.then(() => expectNothingWrong(seed));
  last = run.catch(() => undefined);
  return run;
}

async function expectNothingWrong(seed: number): Promise<void> {
  const plan = planCampaign(seed, operations);
  if ((await runCampaign(plan)).length === 0) return;
  const shortest = await shortenPlan(plan, mostShrinkingRuns);
  const lines = shortest.operations.map((operation) => JSON.stringify(operation));
  throw new Error(
    [`seed ${seed}: ${JSON.stringify(shortest.setting)}`, ...lines, ...(await runCampaign(shortest))].join(
      '\n',
    ),
  );
}
