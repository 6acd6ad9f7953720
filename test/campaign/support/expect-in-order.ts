import { planCampaign, runCampaign } from './run-campaign.ts';
import { shortenPlan } from './shorten-plan.ts';

/** Few, because the test waits; `npm run campaign -- --from <seed> --seeds 1` tries longer. */
const mostShrinkingRuns = 20;

export const operations = 500;

/** One run takes some seconds, and a busy machine a while. */
export const campaignTimeoutMs = 120_000;

/** @throws Error that shows the shortest plan found to go wrong, and how */
export async function expectInOrder(seed: number): Promise<void> {
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
