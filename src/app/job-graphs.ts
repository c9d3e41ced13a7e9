import type { Job, WorkflowFile } from '../model/workflow.ts';
import type { JobGraph } from '../report/job-graph.ts';

/** The jobs of each workflow that could be read, as pictures show them. */
export function jobGraphs(workflows: readonly WorkflowFile[]): readonly JobGraph[] {
  return workflows.flatMap((file) =>
    file.workflow === undefined ? [] : [jobGraph(file, file.workflow.jobs)],
  );
}

function jobGraph(file: WorkflowFile, jobs: readonly Job[]): JobGraph {
  return {
    workflow: file.name,
    path: file.source.path,
    jobs: jobs.map((job) => ({
      id: job.id.value,
      needs: [...new Set(job.needs.map((need) => need.value))],
      does: workOf(job),
    })),
  };
}

/** What a job does in a few words: the last part of what it uses, else how many scripts it runs. */
function workOf(job: Job): string {
  const uses = job.steps.flatMap((step) => (step.uses === undefined ? [] : [step.uses.value]));
  const [first] = uses;
  if (first !== undefined) return first.split('/').slice(1).join('/') || first;
  return job.steps.length === 1 ? '1 step' : `${job.steps.length} steps`;
}
