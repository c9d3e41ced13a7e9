import { fillText } from '../../plan/template.ts';
import type { ExpressionState } from '../../syntax/expression/evaluate.ts';
import { executeScript } from './execute-script.ts';
import { defaultGraceMs } from './execute-script-step.ts';
import type { JobState } from './job-state.ts';
import { joinPath } from './paths.ts';
import { stepAttempt } from './step-attempt.ts';
import { startTimer } from './time-limit.ts';
import type { WorkflowExecution } from './workflow-execution.ts';

/** A clean-up may take this long, in milliseconds. */
export const cleanupMs = 20_000;

/** Runs the clean-ups of the steps that started, last first; their outcome changes nothing. */
export async function executeCleanups(
  execution: WorkflowExecution,
  job: JobState,
  started: readonly number[],
  state: ExpressionState,
): Promise<void> {
  for (const index of [...started].reverse()) {
    const step = job.job.steps.find((candidate) => candidate.index === index);
    if (step?.cleanup === undefined) continue;
    const limit = new AbortController();
    const timer = startTimer(execution, cleanupMs, limit);
    const attempt = stepAttempt(
      { execution, job, step, state },
      {
        number: 0,
        total: 1,
        last: true,
        counts: false,
        clean: false,
        signal: limit.signal,
        timeout: limit.signal,
      },
    );
    await executeScript(execution.world, {
      filled: fillText(step.cleanup, attempt.contexts),
      shell: 'bash',
      cwd: attempt.cwd,
      env: attempt.env,
      logs: joinPath(attempt.logs, 'cleanup'),
      name: 'script-unstable.sh',
      signal: limit.signal,
      graceMs: defaultGraceMs,
    });
    timer.abort();
  }
}
