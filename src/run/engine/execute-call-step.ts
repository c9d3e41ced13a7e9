import type { PlannedCall } from '../../plan/run-plan.ts';
import { type ExpressionValue, renderValue } from '../../syntax/expression/value.ts';
import { expandWord } from './expand-word.ts';
import type { ServiceScript } from './job-state.ts';
import { joinPath } from './paths.ts';
import type { StepAttempt, StepOutcome } from './step-attempt.ts';

type Inputs = Readonly<Record<string, ExpressionValue>>;

/** Executes the workflow that a step calls. */
export async function executeCallStep(
  attempt: StepAttempt,
  call: PlannedCall,
  given: Inputs,
): Promise<StepOutcome> {
  const { execution, job, step } = attempt;
  const directory = joinPath(execution.directory, 'subworkflows', job.id, `step_${step.index}`);
  if (execution.world.over.aborted) return 'cancelled';
  const missing = call.missing(given);
  if (missing.length > 0)
    return attempt.fail(`step "${step.name}": missing required fields: ${missing.join(', ')}`);
  execution.world.ports.files.makeDirectory(directory);
  const inputs = call.fill(given);
  const service = call.runsService ? serviceOf(attempt, call, inputs, directory) : execution.service;
  if (call.runsService && service !== undefined) execution.sinks.serviceStarted(service);
  const jobs = await execution.call({
    world: execution.world,
    workflow: call.workflow,
    inputs,
    directory,
    logs: joinPath(directory, 'logs'),
    above: [...execution.above, job.id],
    service,
    sinks: attempt.counts ? execution.sinks : { ...execution.sinks, failed() {}, timedOut() {} },
    signal: attempt.signal,
  });
  if (attempt.timeout.aborted) return attempt.fail(`step "${step.name}" did not end in time`);
  // The step that failed inside has reported it already.
  if ([...jobs.values()].some((inner) => inner.outcome === 'failed')) return 'failed';
  return attempt.signal.aborted ? 'cancelled' : 'passed';
}

function serviceOf(
  { execution, job, step, env }: StepAttempt,
  call: PlannedCall,
  inputs: Inputs,
  directory: string,
): ServiceScript {
  const outer = { ...execution.world.env, PWD: directory };
  const rundir = expandWord(renderValue(inputs['rundir'] ?? ''), outer) ?? directory;
  const path =
    inputs['use_existing_script'] === true || inputs['use_existing_script'] === 'true'
      ? inputs['script_path']
      : undefined;
  const expanded = path === undefined ? undefined : expandWord(renderValue(path), { ...env, PWD: rundir });
  return {
    job: execution.above[0] ?? job.id,
    directory: joinPath(directory, rundir),
    source: expanded === undefined ? undefined : joinPath(directory, rundir, expanded),
    injectsMarkers: call.injectsMarkers(inputs),
    at: step.at,
  };
}
