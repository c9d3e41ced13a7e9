import type { PlannedWorkflow } from '../../plan/run-plan.ts';
import type { RunProgress } from '../watch/run-progress.ts';

/** Whether every job has ended but those that run the service and those that wait for them. */
export function othersEnded(
  workflow: PlannedWorkflow,
  progress: RunProgress,
  holding: ReadonlySet<string>,
): boolean {
  const serving = new Set(holding);
  let grown = true;
  while (grown) {
    grown = false;
    for (const job of workflow.jobs) {
      if (!serving.has(job.id) && job.needs.some((need) => serving.has(need.job))) {
        serving.add(job.id);
        grown = true;
      }
    }
  }
  return workflow.jobs
    .filter((job) => !serving.has(job.id))
    .every((job) =>
      [...progress.jobs.values()].some((state) => state.job.id === job.id && state.outcome !== 'running'),
    );
}
