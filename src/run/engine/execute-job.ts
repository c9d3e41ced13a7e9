import type { ExpressionState } from '../../syntax/expression/evaluate.ts';
import { asksAboutJob, conditionHolds } from './condition.ts';
import { cleanupMs, executeCleanups } from './execute-cleanups.ts';
import { executeStep } from './execute-step.ts';
import type { JobState } from './job-state.ts';
import type { StepExecution } from './step-attempt.ts';
import { durationIn, startTimer } from './time-limit.ts';
import { unwrittenOutput } from './unwritten-outputs.ts';
import { filledEnv, jobContexts, type WorkflowExecution } from './workflow-execution.ts';

/** Runs the steps of a job in order, then their clean-ups, and notes outputs and outcome. */
export async function executeJob(execution: WorkflowExecution, job: JobState): Promise<void> {
  job.outcome = 'running';
  job.startedMs = execution.world.elapsed();
  if (execution.above.length === 0) execution.sinks.jobChanged(job);
  const expired = new AbortController();
  const signal = AbortSignal.any([execution.signal, job.stop.signal, expired.signal]);
  const well: ExpressionState = { completed: true, error: false, canceled: false };
  const limit = durationIn(job.job.timeout, jobContexts(execution, job, well), undefined);
  const timer =
    limit === undefined ? undefined : startTimer(execution, limit, expired, execution.sinks.timedOut);
  const started: number[] = [];
  let failed = false;
  let cancelled = false;
  const now = (): ExpressionState => ({
    completed: !failed && !cancelled,
    error: failed,
    canceled: cancelled,
  });
  for (const step of job.job.steps) {
    if (signal.aborted) {
      cancelled = true;
      // A job that is due even after a cancellation counts as started, so that its clean-up runs.
      started.push(step.index);
      await executeAfterCancel({ execution, job, step, state: now() });
      continue;
    }
    const state = now();
    if (!conditionHolds(step.condition, jobContexts(execution, job, state), state.completed)) continue;
    started.push(step.index);
    const outcome = await executeStep({ execution, job, step, state }, signal);
    if (outcome === 'failed') failed = true;
    if (outcome === 'cancelled') cancelled = true;
  }
  timer?.abort();
  if (expired.signal.aborted) {
    failed = true;
    reportFailure(
      execution,
      job,
      `it did not end within its timeout of ${(limit ?? 0) / 1000} s`,
      job.job.at,
    );
  }
  await executeCleanups(execution, job, started, now());
  if (takeJobOutputs(execution, job, now())) failed = true;
  job.outcome = failed ? 'failed' : cancelled ? 'cancelled' : 'passed';
}

/**
 * Runs a step of a cancelled job when its `if` says that it is due even then: `always`, `canceled`, `!completed`. What
 * becomes of it changes nothing any more. Where the whole run ends it has the time of a clean-up.
 */
async function executeAfterCancel({ execution, job, step, state }: StepExecution): Promise<void> {
  if (!asksAboutJob(step.condition)) return;
  if (!conditionHolds(step.condition, jobContexts(execution, job, state), false)) return;
  const limit = new AbortController();
  const timer = execution.signal.aborted ? startTimer(execution, cleanupMs, limit) : undefined;
  const sinks = { ...execution.sinks, failed() {}, timedOut() {} };
  await executeStep(
    { execution: { ...execution, sinks }, job, step, state },
    timer === undefined ? execution.signal : limit.signal,
  );
  timer?.abort();
}

/** Fills in the `outputs` of a job that went well; gives whether one of them reads what nobody has written. */
function takeJobOutputs(execution: WorkflowExecution, job: JobState, state: ExpressionState): boolean {
  let unwritten = false;
  for (const entry of job.job.outputs) {
    const missing: string[] = [];
    const contexts = jobContexts(execution, job, state, (path) => missing.push(path));
    Object.assign(job.outputs, filledEnv([entry], contexts));
    const absent = unwrittenOutput(missing);
    if (absent === undefined || !state.completed) continue;
    unwritten = true;
    reportFailure(
      execution,
      job,
      `output "${entry.name}" reads "${absent}", which nobody has written`,
      entry.span,
    );
  }
  return unwritten;
}

function reportFailure(
  execution: WorkflowExecution,
  job: JobState,
  message: string,
  at: JobState['job']['at'],
): void {
  execution.sinks.failed({
    jobs: [...execution.above, job.id],
    step: '',
    atMs: execution.world.elapsed(),
    message,
    at,
    log: [],
    service: 'no',
  });
}
