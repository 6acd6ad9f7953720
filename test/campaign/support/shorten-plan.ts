import { shrinkList } from '../../support/shrink-list.ts';
import { type Plan, runCampaign } from './run-campaign.ts';

/** A plan that goes wrong as well, with as few operations as are found in so many runs. */
export async function shortenPlan(plan: Plan, mostRuns: number): Promise<Plan> {
  const isWrong = async (operations: Plan['operations']) =>
    (await runCampaign({ ...plan, operations })).length > 0;
  return { ...plan, operations: await shrinkList(plan.operations, isWrong, mostRuns) };
}
