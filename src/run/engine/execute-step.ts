import type { PlannedStep } from '../../plan/run-plan.ts';
import { fillValue, placeOfValue, type TemplateValue } from '../../plan/template.ts';
import type { EvaluationContexts } from '../../syntax/expression/evaluate.ts';
import { isTruthy } from '../../syntax/expression/value.ts';
import { cancelJobs, checkOut, updateSession } from '../emulation/actions.ts';
import { executeCallStep } from './execute-call-step.ts';
import { executeScriptStep } from './execute-script-step.ts';
import { joinPath } from './paths.ts';
import {
  refusedHost,
  type StepAttempt,
  type StepExecution,
  type StepOutcome,
  stepAttempt,
} from './step-attempt.ts';
import { streamOutput } from './stream-output.ts';
import { durationIn, startTimer } from './time-limit.ts';
import { placeInValue, readInVain, unwrittenOutput } from './unwritten-outputs.ts';
import { asRecord, jobContexts, type WorkflowExecution } from './workflow-execution.ts';

/** Executes one step with its retries and limits, until the signal ends it. */
export async function executeStep(of: StepExecution, signal: AbortSignal): Promise<StepOutcome> {
  const { execution, job, step, state } = of;
  const { world } = execution;
  const outer = AbortSignal.any([signal, ...(step.earlyCancel ? [execution.anyFailed.signal] : [])]);
  const name =
    execution.above.length === 0 ? step.name : execution.above.slice(1).concat(job.id, step.name).join(' / ');
  const topJob = execution.above[0] ?? job.id;
  world.emit({ type: 'step', job: topJob, step: name, state: 'started' });
  const contexts = jobContexts(execution, job, state);
  const total = 1 + numberIn(step.retry?.maxRetries, contexts, 0);
  const clean = step.retry !== undefined && isTruthy(fillValue(step.retry.cleanOnRetry, contexts));
  const ignored = step.ignoreErrors !== undefined && isTruthy(fillValue(step.ignoreErrors, contexts));
  let outcome: StepOutcome = 'passed';
  for (let number = 0; number < total; number++) {
    const limit = limitOf(step, contexts);
    const timeout = new AbortController();
    const last = number + 1 >= total;
    const counts = last && !ignored;
    const expiring = counts ? execution.sinks.timedOut : undefined;
    const timer = limit === undefined ? undefined : startTimer(execution, limit, timeout, expiring);
    const attempt = stepAttempt(of, {
      number,
      total,
      last,
      counts,
      clean,
      signal: AbortSignal.any([outer, timeout.signal]),
      timeout: timeout.signal,
    });
    outcome = await executeAttempt(attempt);
    timer?.abort();
    if (outcome !== 'failed' || last) break;
    await world.ports.clock.sleep(durationIn(step.retry?.interval, contexts, 5000), outer);
    if (outer.aborted) outcome = 'cancelled';
    if (outcome === 'cancelled') break;
    if (clean) cleanStep(of);
  }
  world.emit({ type: 'step', job: topJob, step: name, state: 'ended' });
  return outcome === 'failed' && ignored ? 'passed' : outcome;
}

/** Deletes what an attempt of a step has written about itself: its log, its outputs, the folder of what it called. */
function cleanStep({ execution, job, step }: StepExecution): void {
  const { files } = execution.world.ports;
  files.remove(joinPath(execution.logs, job.id, `step_${step.index}`));
  files.remove(joinPath(execution.directory, 'subworkflows', job.id, `step_${step.index}`));
}

function limitOf(step: PlannedStep, contexts: EvaluationContexts): number | undefined {
  const own =
    step.timeout === undefined ? undefined : durationIn(step.timeout, contexts, Number.MAX_SAFE_INTEGER);
  const each = step.retry === undefined ? undefined : durationIn(step.retry.timeout, contexts, 30_000);
  return own === undefined ? each : Math.min(own, each ?? own);
}

function numberIn(value: TemplateValue | undefined, contexts: EvaluationContexts, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(fillValue(value, contexts));
  return Number.isInteger(number) && number >= 0 ? Math.min(number, 1000) : otherwise;
}

/** Whether the job whose output is read has a step for which something else stood in. */
function isLeftOut({ jobs }: WorkflowExecution, path: string): boolean {
  const [root, name = ''] = path.split('.');
  const steps = root === 'needs' ? (jobs.get(name)?.job.steps ?? []) : [];
  return steps.some(({ action }) => action.kind === 'stand-in');
}

async function executeAttempt(attempt: StepAttempt): Promise<StepOutcome> {
  const { execution, job, step, contexts, missing, signal } = attempt;
  const refused = refusedHost(attempt);
  if (refused !== undefined)
    return attempt.fail(`host "${refused}" is not part of a local run`, {
      unsupported: `the host "${refused}"`,
    });
  const { action } = step;
  const known = missing.length;
  const given = 'with' in action ? asRecord(fillValue(action.with, contexts)) : {};
  const absent = unwrittenOutput(missing.slice(known).filter((path) => !isLeftOut(execution, path)));
  if (absent !== undefined && 'with' in action)
    return attempt.fail(readInVain(step.name, absent), { at: placeInValue(action.with, absent) });
  switch (action.kind) {
    case 'script':
      return executeScriptStep(attempt, action);
    case 'stream-output':
      await streamOutput(execution, job, signal);
      return 'passed';
    case 'checkout': {
      const problem = checkOut(execution, given);
      return problem === undefined ? 'passed' : attempt.fail(problem);
    }
    case 'update-session': {
      const problem = updateSession(execution, given, {
        step: step.at,
        slug: placeOfValue(action.with, 'slug'),
      });
      return problem === undefined ? 'passed' : attempt.fail(problem);
    }
    case 'cancel-jobs':
      cancelJobs(execution, given);
      return signal.aborted ? 'cancelled' : 'passed';
    case 'subworkflow':
      return executeCallStep(attempt, action.call, given);
    case 'stand-in':
      return 'passed';
    case 'refused':
      return attempt.fail(`"${action.uses}" cannot be run here: ${action.why}`, {
        unsupported: `"${action.uses}"`,
      });
  }
}
