import type { PlannedStep, PlannedWorkflow } from './run-plan.ts';
import type { TemplateValue } from './template.ts';

/** Every step with the name of its job, those of called workflows of this repository included. */
export function* stepsWithin(
  workflow: PlannedWorkflow,
): Generator<{ readonly job: string; readonly step: PlannedStep }> {
  for (const job of workflow.jobs) {
    for (const step of job.steps) {
      yield { job: job.id, step };
      if (step.action.kind === 'subworkflow' && !step.action.call.runsService) {
        yield* stepsWithin(step.action.call.workflow);
      }
    }
  }
}

/** What a map of values, such as the `with` of a step, has under a name. */
export function entryNamed(value: TemplateValue, name: string): TemplateValue | undefined {
  if (value.kind !== 'map') return undefined;
  return value.entries.find((candidate) => candidate.name === name)?.value;
}
