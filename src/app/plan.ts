import { ownRepository } from './own-repository.ts';
import { type PlanSummary, planSummary } from './plan-summary.ts';
import { prepareRequest } from './prepare-request.ts';
import type { CheckRequest } from './request.ts';
import { planRuns } from './run-workflows.ts';
import type { World } from './world.ts';

/** The plans of a request, or what is wrong with it (exit status 2). */
export type PlanAnswer =
  | { readonly kind: 'plans'; readonly plans: readonly PlanSummary[] }
  | { readonly kind: 'refused'; readonly message: string };

/** What would be run; nothing is started. */
export async function plan(request: CheckRequest, world: World): Promise<PlanAnswer> {
  const prepared = await prepareRequest(request, world);
  if (prepared.kind === 'refused') return prepared;
  const planned = planRuns({ ...prepared, request, world, repository: await ownRepository(world) });
  return planned.kind === 'refused' ? planned : { kind: 'plans', plans: planned.runs.map(planSummary) };
}
