import { fillValue } from '../plan/template.ts';
import type { ExpressionState } from '../syntax/expression/evaluate.ts';
import { isTruthy } from '../syntax/expression/value.ts';
import { type JobState, jobState } from './job-state.ts';
import { type MatrixInstance, matrixInstances } from './matrix.ts';
import { runCleanups } from './run-cleanups.ts';
import { runStep } from './run-step.ts';
import { type CallOrder, filledEnv, jobContexts, type WorkflowRun } from './workflow-run.ts';

/** Runs a workflow: all jobs at once, ordered by `needs` alone. Resolves with the jobs when all have ended. */
export async function runWorkflow(order: CallOrder): Promise<ReadonlyMap<string, JobState>> {
  const run: WorkflowRun = {
    ...order,
    jobs: new Map(),
    anyFailed: new AbortController(),
    call: runWorkflow,
  };
  const groups = new Map<string, readonly JobState[]>();
  for (const job of order.workflow.jobs) {
    const instances =
      job.matrix === undefined ? [{ id: job.id, value: undefined }] : matrixInstances(run, job);
    const states = instances.map((instance: MatrixInstance) => jobState(instance.id, job, instance.value));
    for (const state of states) run.jobs.set(state.id, state);
    groups.set(job.id, states);
  }
  await Promise.all([...run.jobs.values()].map((job) => runJob(run, job, groups)));
  return run.jobs;
}

async function runJob(
  run: WorkflowRun,
  job: JobState,
  groups: ReadonlyMap<string, readonly JobState[]>,
): Promise<void> {
  const needed = await waitForNeeds(run, job, groups);
  const state = stateOfNeeds(needed);
  const contexts = jobContexts(run, job, state);
  const wanted =
    job.job.condition === undefined ? state.completed : isTruthy(fillValue(job.job.condition, contexts));
  if (!wanted || (run.signal.aborted && job.job.condition === undefined)) {
    job.outcome = run.signal.aborted ? 'cancelled' : 'skipped';
    if (!state.completed) job.blocked = true;
  } else {
    await runSteps(run, job);
  }
  job.endedMs = run.world.elapsed();
  if (job.outcome === 'failed') run.anyFailed.abort();
  if (run.above.length === 0) run.sinks.jobChanged(job);
  job.end();
}

async function waitForNeeds(
  run: WorkflowRun,
  job: JobState,
  groups: ReadonlyMap<string, readonly JobState[]>,
): Promise<readonly JobState[]> {
  const waits = job.job.needs.map(async ({ job: name, any }) => {
    const states = groups.get(name) ?? [];
    if (any) {
      await Promise.race(states.map((state) => state.ended));
      return states.filter((state) => state.endedMs > 0);
    }
    await Promise.all(states.map((state) => state.ended));
    return states;
  });
  const needed = (await Promise.all(waits)).flat();
  // A need that does not exist is a fault of the workflow; the job then never starts, as on the platform.
  const unknown = job.job.needs.some(({ job: name }) => !groups.has(name));
  if (unknown)
    await new Promise<void>((done) => run.signal.addEventListener('abort', () => done(), { once: true }));
  return needed;
}

function stateOfNeeds(needed: readonly JobState[]): ExpressionState {
  const error = needed.some((job) => job.outcome === 'failed' || (job.outcome === 'skipped' && job.blocked));
  const canceled = needed.some((job) => job.outcome === 'cancelled');
  return { completed: !error && !canceled, error, canceled };
}

async function runSteps(run: WorkflowRun, job: JobState): Promise<void> {
  job.outcome = 'running';
  job.startedMs = run.world.elapsed();
  if (run.above.length === 0) run.sinks.jobChanged(job);
  const signal = AbortSignal.any([run.signal, job.stop.signal]);
  const started: number[] = [];
  let failed = false;
  let cancelled = false;
  for (const step of job.job.steps) {
    if (signal.aborted) {
      cancelled = true;
      // A job that is due even after a cancellation counts as started, so that its clean-up runs.
      started.push(step.index);
      continue;
    }
    const state: ExpressionState = { completed: !failed && !cancelled, error: failed, canceled: cancelled };
    const contexts = jobContexts(run, job, state);
    const wanted =
      step.condition === undefined ? state.completed : isTruthy(fillValue(step.condition, contexts));
    if (!wanted) continue;
    started.push(step.index);
    const outcome = await runStep(run, job, step, { state, signal });
    if (outcome === 'failed') failed = true;
    if (outcome === 'cancelled') cancelled = true;
  }
  const state: ExpressionState = { completed: !failed && !cancelled, error: failed, canceled: cancelled };
  await runCleanups(run, job, started, state);
  Object.assign(job.outputs, filledEnv(job.job.outputs, jobContexts(run, job, state)));
  job.outcome = failed ? 'failed' : cancelled ? 'cancelled' : 'passed';
}
