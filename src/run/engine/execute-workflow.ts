import type { PlannedJob } from '../../plan/run-plan.ts';
import { fillValue } from '../../plan/template.ts';
import type { ExpressionState } from '../../syntax/expression/evaluate.ts';
import { type ExpressionValue, isList, renderValue } from '../../syntax/expression/value.ts';
import { conditionHolds } from './condition.ts';
import { executeJob } from './execute-job.ts';
import { type JobGroup, jobGroup } from './job-group.ts';
import type { JobState } from './job-state.ts';
import { matrixInstances } from './matrix.ts';
import { durationIn, startTimer } from './time-limit.ts';
import { jobContexts, type WorkflowCall, type WorkflowExecution } from './workflow-execution.ts';

/** Runs a workflow: all jobs at once, ordered by `needs` alone. Resolves with the jobs when all have ended. */
export async function executeWorkflow(order: WorkflowCall): Promise<ReadonlyMap<string, JobState>> {
  const contexts = { roots: { inputs: order.inputs as ExpressionValue } };
  const expired = new AbortController();
  const execution: WorkflowExecution = {
    ...order,
    signal: AbortSignal.any([order.signal, expired.signal]),
    jobs: new Map(),
    anyFailed: new AbortController(),
    call: executeWorkflow,
  };
  const { timeout } = order.workflow;
  const limit = durationIn(timeout, contexts, undefined);
  const timer =
    limit === undefined ? undefined : startTimer(execution, limit, expired, execution.sinks.timedOut);
  const groups = new Map<string, JobGroup>();
  for (const planned of order.workflow.jobs) {
    const job = withComputedNeeds(planned, fillValueOf(planned, contexts));
    const instances =
      job.matrix === undefined ? [{ id: job.id, value: undefined }] : matrixInstances(execution, job);
    const group = jobGroup(job, instances, contexts);
    for (const state of group.states) execution.jobs.set(state.id, state);
    groups.set(job.id, group);
  }
  const jobs = [...groups.values()].flatMap((group) =>
    group.states.map((job) => runJob(execution, job, group, groups)),
  );
  await Promise.all(jobs);
  timer?.abort();
  if (expired.signal.aborted) reportExpiry(execution, limit ?? 0);
  return execution.jobs;
}

const fillValueOf = (job: PlannedJob, contexts: Parameters<typeof fillValue>[1]): ExpressionValue =>
  job.computedNeeds === undefined ? undefined : fillValue(job.computedNeeds, contexts);

/** Needs that an expression gives: a name or a list of names. */
function withComputedNeeds(job: PlannedJob, computed: ExpressionValue): PlannedJob {
  if (computed === undefined) return job;
  const names = (isList(computed) ? computed : [computed])
    .map((name) => (name === undefined ? '' : renderValue(name).trim()))
    .filter((name) => name !== '' && !job.needs.some((need) => need.job === name));
  const needs = names.map((name) => ({ job: name.replace(/:any$/, ''), any: name.endsWith(':any') }));
  return { ...job, needs: [...job.needs, ...needs] };
}

function reportExpiry(execution: WorkflowExecution, limitMs: number): void {
  const { workflow, world } = execution;
  execution.sinks.failed({
    jobs: execution.above,
    step: '',
    atMs: world.elapsed(),
    message: `the workflow did not end within its timeout of ${limitMs / 1000} s`,
    at: workflow.timeoutAt ?? world.plan.at,
    log: [],
    service: 'no',
  });
}

async function runJob(
  execution: WorkflowExecution,
  job: JobState,
  group: JobGroup,
  groups: ReadonlyMap<string, JobGroup>,
): Promise<void> {
  const needed = await waitForNeeds(execution, job, groups);
  const leave = await group.enter(AbortSignal.any([execution.signal, job.stop.signal]));
  const state = stateOfNeeds(needed);
  const wanted = conditionHolds(job.job.condition, jobContexts(execution, job, state), state.completed);
  const stopped = execution.signal.aborted || job.stop.signal.aborted;
  if (!wanted || (stopped && job.job.condition === undefined)) {
    job.outcome = stopped ? 'cancelled' : 'skipped';
    if (!state.completed) job.blocked = true;
  } else {
    await executeJob(execution, job);
  }
  leave();
  job.endedMs = execution.world.elapsed();
  if (job.outcome === 'failed') {
    execution.anyFailed.abort();
    group.failed(job);
  }
  if (execution.above.length === 0) execution.sinks.jobChanged(job);
  job.end();
}

async function waitForNeeds(
  execution: WorkflowExecution,
  job: JobState,
  groups: ReadonlyMap<string, JobGroup>,
): Promise<readonly JobState[]> {
  const statesOf = (name: string): readonly JobState[] | undefined => {
    const instance = execution.jobs.get(name);
    return groups.get(name)?.states ?? (instance && [instance]);
  };
  const waits = job.job.needs.map(async ({ job: name, any }) => {
    const states = statesOf(name) ?? [];
    if (any && states.length > 0) {
      await Promise.race(states.map((state) => state.ended));
      return states.filter((state) => state.endedMs > 0);
    }
    await Promise.all(states.map((state) => state.ended));
    return states;
  });
  const needed = (await Promise.all(waits)).flat();
  // A need that does not exist is a fault of the workflow; the job then never starts, as on the platform.
  const unknown = job.job.needs.some(({ job: name }) => statesOf(name) === undefined);
  if (unknown && !execution.signal.aborted)
    await new Promise<void>((done) =>
      execution.signal.addEventListener('abort', () => done(), { once: true }),
    );
  return needed;
}

function stateOfNeeds(needed: readonly JobState[]): ExpressionState {
  const error = needed.some((job) => job.outcome === 'failed' || (job.outcome === 'skipped' && job.blocked));
  const canceled = needed.some((job) => job.outcome === 'cancelled');
  return { completed: !error && !canceled, error, canceled };
}
