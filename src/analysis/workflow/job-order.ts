import type { Job, Workflow } from '../../model/workflow.ts';

/** The jobs that have ended before a job starts: those it needs and those they need, itself left out. */
export function jobsBefore(job: Job, workflow: Workflow): ReadonlySet<string> {
  const jobs = new Map(workflow.jobs.map((each) => [each.id.value, each]));
  const before = new Set<string>();
  const open = job.needs.map((need) => need.value);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (before.has(id) || id === job.id.value) continue;
    before.add(id);
    for (const need of jobs.get(id)?.needs ?? []) open.push(need.value);
  }
  return before;
}

/** Whether a job, or one before it, needs a job that does not exist: then its place in the order is not known. */
export function hasUnknownNeeds(job: Job, workflow: Workflow): boolean {
  const before = jobsBefore(job, workflow);
  const known = new Set(workflow.jobs.map((each) => each.id.value));
  return [...before].some((id) => !known.has(id));
}
