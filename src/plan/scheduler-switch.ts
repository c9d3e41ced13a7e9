import type { Workflow } from '../model/workflow.ts';
import { entryNamed, stepsWithin } from './planned-steps.ts';
import type { PlannedWorkflow } from './run-plan.ts';
import { rootsRead } from './template.ts';

/** The dotted name of the yes or no with which a form has the job runner submit to a scheduler, where there is one. */
export function schedulerSwitch(workflow: Workflow, planned: PlannedWorkflow): string | undefined {
  const names = new Set(
    workflow.form.all
      .filter((input) => input.type?.value === 'boolean')
      .map((input) => input.reference.join('.')),
  );
  for (const { step } of stepsWithin(planned)) {
    if (step.action.kind !== 'subworkflow' || !step.action.call.runsService) continue;
    const scheduler = entryNamed(step.action.with, 'scheduler');
    if (scheduler?.kind !== 'text') continue;
    const read = rootsRead(scheduler.template, 'inputs').map((path) => path.join('.'));
    const name = read.find((one) => names.has(one));
    if (name !== undefined) return name;
  }
  return undefined;
}
