import { assertNever } from '../base/assert-never.ts';
import type { PlannedAction, PlannedJob, RunPlan } from '../plan/run-plan.ts';
import { duration, runTitle } from '../report/document/words.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import { ownRepository } from './own-repository.ts';
import { prepareRequest } from './prepare-request.ts';
import type { CheckRequest } from './request.ts';

import { type PlannedRun, planRuns } from './run-workflows.ts';
import type { World } from './world.ts';

/** A plan as plain data: what would be run, in which order, with which values. */
export interface PlanSummary {
  readonly workflow: string;
  readonly path: string;
  readonly mode: RunPlan['mode'];
  readonly scenario: string;
  /** Why nothing would be started. */
  readonly skipped?: string | undefined;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
  readonly jobs: readonly {
    readonly job: string;
    readonly needs: readonly string[];
    readonly steps: readonly { readonly name: string; readonly does: string }[];
  }[];
  readonly requires: readonly string[];
  readonly fidelity: RunPlan['fidelity'];
  readonly limits?: RunPlan['limits'];
}

/** What `--plan` shows of a run. */
export function planSummary(run: PlannedRun): PlanSummary {
  if (run.kind === 'record') {
    const { workflow, path, mode, scenario, skipped } = run.record;
    return { workflow, path, mode, scenario, skipped, inputs: [], jobs: [], requires: [], fidelity: [] };
  }
  const { plan } = run;
  return {
    workflow: plan.name,
    path: plan.path,
    mode: plan.mode,
    scenario: plan.scenario,
    skipped: plan.unsupported && `${plan.unsupported.what} cannot be run here`,
    inputs: plan.passed.map(({ name, value }) => ({ name, value })),
    jobs: plan.workflow.jobs.map(jobSummary),
    requires: plan.requires,
    fidelity: plan.fidelity,
    limits: plan.limits,
  };
}

/** Plans as text for a terminal. */
export function planText(plans: readonly PlanSummary[]): string {
  return plans.map((plan) => `${planLines(plan).map(visible).join('\n')}\n`).join('\n');
}

function planLines(plan: PlanSummary): readonly string[] {
  const limits = plan.limits;
  return [
    `${plan.workflow} (${runTitle(plan)})`,
    ...(plan.skipped === undefined ? [] : [`  not started: ${plan.skipped}`]),
    ...(plan.requires.length > 0 ? [`  needs: ${plan.requires.join(', ')}`] : []),
    ...(plan.inputs.length > 0 ? ['  inputs:'] : []),
    ...plan.inputs.map(({ name, value }) => `    ${name} = ${value}`),
    ...(plan.jobs.length > 0 ? ['  jobs:'] : []),
    ...plan.jobs.flatMap(({ job, needs, steps }) => [
      `    ${job}${needs.length > 0 ? ` (after ${needs.join(', ')})` : ''}`,
      ...steps.map((step) => `      - ${step.name}: ${step.does}`),
    ]),
    ...(limits === undefined
      ? []
      : [`  ready within ${duration(limits.startMs)}, up for ${duration(limits.stableMs)}`]),
    ...plan.fidelity.map((one) => `  ${one.how}: ${one.what}${one.why === undefined ? '' : `: ${one.why}`}`),
  ];
}

function jobSummary(job: PlannedJob): PlanSummary['jobs'][number] {
  return {
    job: job.id,
    needs: job.needs.map((need) => need.job),
    steps: job.steps.map((step) => ({ name: step.name, does: actionWords(step.action) })),
  };
}

function actionWords(action: PlannedAction): string {
  switch (action.kind) {
    case 'script':
      return 'runs a script';
    case 'checkout':
      return 'copies from the working tree, as parallelworks/checkout';
    case 'update-session':
      return 'points the session at the service';
    case 'cancel-jobs':
      return 'cancels jobs';
    case 'stream-output':
      return 'shows the output of the job';
    case 'subworkflow':
      return `runs ${action.uses}, ${action.call.workflow.jobs.length} jobs`;
    case 'stand-in':
      return `does nothing in place of ${action.uses}: ${action.why}`;
    case 'refused':
      return `cannot run ${action.uses}: ${action.why}`;
    default:
      return assertNever(action);
  }
}

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
