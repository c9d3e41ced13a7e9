import { serviceStep } from '../../plan/built-in/step-builder.ts';
import type { PlannedStep } from '../../plan/run-plan.ts';
import { fillValue, placeOfValue, type TemplateValue } from '../../plan/template.ts';
import type { Span } from '../../source/span.ts';
import type { EvaluationContexts } from '../../syntax/expression/evaluate.ts';
import { isTruthy } from '../../syntax/expression/value.ts';
import { cancelJobs, checkOut, updateSession } from '../emulation/actions.ts';
import { callStep } from './call-step.ts';
import type { JobState } from './job-state.ts';
import { joinPath } from './paths.ts';
import { type StepOutcome, scriptStep } from './script-step.ts';
import { type Attempt, refusedHost, type StepSurroundings, sceneOf } from './step-scene.ts';
import { streamOutput } from './stream-output.ts';
import { durationIn, startTimer } from './time-limit.ts';
import { asRecord, jobContexts, type WorkflowRun } from './workflow-run.ts';

/** Runs one step with its retries and limits. */
export async function runStep(
  run: WorkflowRun,
  job: JobState,
  step: PlannedStep,
  around: StepSurroundings,
): Promise<StepOutcome> {
  const early = step.earlyCancel ? [run.anyFailed.signal] : [];
  const outer = AbortSignal.any([around.signal, ...early]);
  const label =
    run.above.length === 0 ? step.name : `${run.above.slice(1).concat(job.id, step.name).join(' / ')}`;
  run.world.emit({ type: 'step', job: run.above[0] ?? job.id, step: label, state: 'started' });
  const contexts = jobContexts(run, job, around.state);
  const attempts = 1 + numberIn(step.retry?.maxRetries, contexts, 0);
  const clean = step.retry !== undefined && isTruthy(fillValue(step.retry.cleanOnRetry, contexts));
  const ignored = step.ignoreErrors !== undefined && isTruthy(fillValue(step.ignoreErrors, contexts));
  let outcome: StepOutcome = 'passed';
  for (let attempt = 0; attempt < attempts; attempt++) {
    const limit = limitOf(step, contexts);
    const timeout = new AbortController();
    const timer = limit === undefined ? undefined : startTimer(run, limit, timeout);
    const signal = AbortSignal.any([outer, timeout.signal]);
    const last = attempt + 1 >= attempts;
    outcome = await attemptStep(
      run,
      job,
      step,
      { state: around.state, signal },
      { attempt, attempts, last, counts: last && !ignored, clean, timeout },
    );
    timer?.abort();
    if (outcome !== 'failed' || last) break;
    await run.world.ports.clock.sleep(durationIn(step.retry?.interval, contexts, 5000), outer);
    if (outer.aborted) outcome = 'cancelled';
    if (outcome === 'cancelled') break;
    if (clean) cleanStep(run, job, step);
  }
  run.world.emit({ type: 'step', job: run.above[0] ?? job.id, step: label, state: 'ended' });
  if (outcome === 'failed' && ignored) return 'passed';
  return outcome;
}

/** Deletes what an attempt of a step has written about itself: its log, its outputs, the folder of what it called. */
function cleanStep(run: WorkflowRun, job: JobState, step: PlannedStep): void {
  const { files } = run.world.ports;
  files.remove(joinPath(run.logs, job.id, `step_${step.index}`));
  files.remove(joinPath(run.directory, 'subworkflows', job.id, `step_${step.index}`));
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

async function attemptStep(
  run: WorkflowRun,
  job: JobState,
  step: PlannedStep,
  around: StepSurroundings,
  attempt: Attempt,
): Promise<StepOutcome> {
  const scene = sceneOf(run, job, step, around.state, attempt);
  const fail = failureOf(run, job, step, attempt);
  const report = (message: string, more: Parameters<typeof fail>[1] = {}): StepOutcome => {
    if (attempt.counts) fail(message, more);
    return 'failed';
  };
  const refused = refusedHost(run, job, step, scene);
  if (refused !== undefined)
    return report(`host "${refused}" is not part of a local run`, { unsupported: `the host "${refused}"` });
  const { action } = step;
  switch (action.kind) {
    case 'script':
      return scriptStep(run, job, step, action, scene, around.signal, attempt, report);
    case 'stream-output':
      await streamOutput(run, job, around.signal);
      return 'passed';
    case 'checkout': {
      const problem = checkOut(run.world, asRecord(fillValue(action.with, scene.contexts)));
      return problem === undefined ? 'passed' : report(problem);
    }
    case 'update-session': {
      const problem = updateSession(run, asRecord(fillValue(action.with, scene.contexts)), {
        step: step.at,
        slug: placeOfValue(action.with, 'slug'),
      });
      return problem === undefined ? 'passed' : report(problem);
    }
    case 'cancel-jobs':
      cancelJobs(run, asRecord(fillValue(action.with, scene.contexts)));
      return around.signal.aborted ? 'cancelled' : 'passed';
    case 'subworkflow':
      return callStep(
        run,
        job,
        step,
        action.call,
        asRecord(fillValue(action.with, scene.contexts)),
        scene,
        around.signal,
        attempt,
        report,
      );
    case 'stand-in':
      return 'passed';
    case 'refused':
      return report(`"${action.uses}" cannot be run here: ${action.why}`, {
        unsupported: `"${action.uses}"`,
      });
  }
}

function failureOf(run: WorkflowRun, job: JobState, step: PlannedStep, attempt: Attempt) {
  return (
    message: string,
    more: {
      readonly at?: Span;
      readonly status?: number;
      readonly log?: readonly string[];
      readonly unsupported?: string;
    } = {},
  ): void => {
    run.sinks.failed({
      jobs: [...run.above, job.id],
      step: step.name,
      atMs: run.world.elapsed(),
      message:
        attempt.attempts > 1 ? `${message} (attempt ${attempt.attempt + 1} of ${attempt.attempts})` : message,
      at: more.at ?? step.at,
      log: more.log ?? [],
      status: more.status,
      unsupported: more.unsupported,
      service: partOf(run, job, step),
    });
  };
}

/** What a step has to do with the service's script; a submission that was refused never ran it. */
function partOf(run: WorkflowRun, job: JobState, step: PlannedStep): 'no' | 'action' | 'script' {
  if (run.service === undefined) return 'no';
  const batch = job.id === 'slurm_job' || job.id === 'pbs_job';
  return step.id === serviceStep && (!batch || job.outputs['jobid'] !== undefined) ? 'script' : 'action';
}
