import { fillText } from '../../plan/template.ts';
import type { ExpressionState } from '../../syntax/expression/evaluate.ts';
import type { JobState } from './job-state.ts';
import { joinPath } from './paths.ts';
import { runStepScript } from './run-step-script.ts';
import { defaultGraceMs } from './script-step.ts';
import { sceneOf } from './step-scene.ts';
import { startTimer } from './time-limit.ts';
import type { WorkflowRun } from './workflow-run.ts';

/** A cleanup may take this long. */
const cleanupMs = 20_000;

/** Runs the clean-ups of the steps that started, last first; their outcome changes nothing. */
export async function runCleanups(
  run: WorkflowRun,
  job: JobState,
  started: readonly number[],
  state: ExpressionState,
): Promise<void> {
  for (const index of [...started].reverse()) {
    const step = job.job.steps.find((candidate) => candidate.index === index);
    if (step?.cleanup === undefined) continue;
    const scene = sceneOf(run, job, step, state, {
      attempt: 0,
      attempts: 1,
      last: true,
      counts: false,
      clean: false,
      timeout: new AbortController(),
    });
    const limit = new AbortController();
    const timer = startTimer(run, cleanupMs, limit);
    await runStepScript(run.world, {
      filled: fillText(step.cleanup, scene.contexts),
      shell: 'bash',
      cwd: scene.cwd,
      env: scene.env,
      logs: joinPath(scene.logs, 'cleanup'),
      name: 'script-unstable.sh',
      signal: limit.signal,
      graceMs: defaultGraceMs,
    });
    timer.abort();
  }
}
