import type { PlannedCall, PlannedStep } from '../../plan/run-plan.ts';
import { type ExpressionValue, renderValue } from '../../syntax/expression/value.ts';
import { expandWord } from './expand-word.ts';
import type { JobState, ServiceScript } from './job-state.ts';
import { joinPath } from './paths.ts';
import type { Report, StepOutcome } from './script-step.ts';
import type { Attempt, StepScene } from './step-scene.ts';
import type { WorkflowRun } from './workflow-run.ts';

/** Runs the workflow that a step calls. */
export async function callStep(
  run: WorkflowRun,
  job: JobState,
  step: PlannedStep,
  call: PlannedCall,
  given: Readonly<Record<string, ExpressionValue>>,
  scene: StepScene,
  signal: AbortSignal,
  attempt: Attempt,
  report: Report,
): Promise<StepOutcome> {
  const directory = joinPath(run.directory, 'subworkflows', job.id, `step_${step.index}`);
  if (run.world.over.aborted) return 'cancelled';
  const missing = call.missing(given);
  if (missing.length > 0)
    return report(`step "${step.name}": missing required fields: ${missing.join(', ')}`);
  run.world.ports.files.makeDirectory(directory);
  const inputs = call.fill(given);
  const service = call.runsService ? serviceOf(run, job, step, inputs, scene, directory) : run.service;
  if (call.runsService && service !== undefined) run.sinks.serviceStarted(service);
  const jobs = await run.call({
    world: run.world,
    workflow: call.workflow,
    inputs,
    directory,
    logs: joinPath(directory, 'logs'),
    above: [...run.above, job.id],
    service,
    sinks: attempt.counts ? run.sinks : { ...run.sinks, failed() {} },
    signal,
  });
  if (attempt.timeout.signal.aborted) return report(`step "${step.name}" did not end in time`);
  if (signal.aborted) return 'cancelled';
  // The step that failed inside has reported it already.
  return [...jobs.values()].some((inner) => inner.outcome === 'failed') ? 'failed' : 'passed';
}

function serviceOf(
  run: WorkflowRun,
  job: JobState,
  step: PlannedStep,
  inputs: Readonly<Record<string, ExpressionValue>>,
  scene: StepScene,
  directory: string,
): ServiceScript {
  const env = { ...run.world.env, PWD: directory };
  const rundir = expandWord(renderValue(inputs['rundir'] ?? ''), env) ?? directory;
  const path =
    inputs['use_existing_script'] === true || inputs['use_existing_script'] === 'true'
      ? inputs['script_path']
      : undefined;
  const expanded =
    path === undefined ? undefined : expandWord(renderValue(path), { ...scene.env, PWD: rundir });
  return {
    job: run.above[0] ?? job.id,
    directory: joinPath(directory, rundir),
    source: expanded === undefined ? undefined : joinPath(directory, rundir, expanded),
    injectsMarkers: inputs['inject_markers'] === true || inputs['inject_markers'] === 'true',
    at: step.at,
  };
}
