import type { PlannedStep } from '../../plan/run-plan.ts';
import { fillText, fillValue } from '../../plan/template.ts';
import type { EvaluationContexts, ExpressionState } from '../../syntax/expression/evaluate.ts';
import { type ExpressionValue, renderValue } from '../../syntax/expression/value.ts';
import { expandWord } from './expand-word.ts';
import type { JobState } from './job-state.ts';
import { joinPath } from './paths.ts';
import { asRecord, filledEnv, jobContexts, type WorkflowRun } from './workflow-run.ts';

/** What a step finds out about the job so far, and what stops it. */
export interface StepSurroundings {
  readonly state: ExpressionState;
  readonly signal: AbortSignal;
}

/** What a step finds around it when it starts. */
export interface StepScene {
  readonly contexts: EvaluationContexts;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly logs: string;
  readonly missing: readonly string[];
}

/** Which attempt of a step it is. */
export interface Attempt {
  readonly attempt: number;
  readonly attempts: number;
  readonly last: boolean;
  /** Whether its failure is the step's: not when it is tried again, nor when errors are ignored. */
  readonly counts: boolean;
  /** Whether what it writes is deleted when it fails and is tried again. */
  readonly clean: boolean;
  readonly timeout: AbortController;
}

/** Works out variables, folder and expressions of a step. */
export function sceneOf(
  run: WorkflowRun,
  job: JobState,
  step: PlannedStep,
  state: ExpressionState,
  attempt: Attempt,
): StepScene {
  const missing: string[] = [];
  const base = jobContexts(run, job, state, (path) => missing.push(path));
  const own = filledEnv(step.env, base);
  const retry = {
    PW_WORKFLOW_STEP_CURRENT_RETRY: String(attempt.attempt),
    PW_WORKFLOW_STEP_MAX_RETRIES: String(attempt.attempts - 1),
  };
  const logs = joinPath(run.logs, job.id, `step_${step.index}`);
  const platform: Record<string, string> = {
    ...run.world.env,
    PW_JOB_DIR: run.directory,
    JOB_DIR: run.directory,
    OUTPUTS: joinPath(logs, 'outputs'),
    PW_CHECK_STEP: [...run.above, job.id, step.index].join('/'),
    ...(step.retry !== undefined && retry),
    ...(job.job.matrix !== undefined && { PW_MATRIX_INDEX: job.id.slice(job.id.lastIndexOf('-') + 1) }),
  };
  const env = {
    ...platform,
    ...asTexts(base.roots['env']),
    ...own,
    PW_API_KEY: platform['PW_API_KEY'] ?? '',
  };
  const contexts: EvaluationContexts = {
    ...base,
    roots: { ...base.roots, env: { ...asRecord(base.roots['env']), ...(step.retry !== undefined && retry) } },
  };
  const written = step.workingDirectory ?? job.job.workingDirectory;
  const wanted = written === undefined ? '' : fillText(written, contexts).text.trim();
  const expanded = expandWord(wanted, { ...env, PWD: run.directory });
  if (expanded === undefined) {
    run.world.note({
      what: `working-directory "${wanted}"`,
      how: 'skipped',
      why: 'only variables and ~ are expanded; the step runs in the job directory',
    });
  }
  const cwd = expanded === undefined || expanded === '' ? run.directory : joinPath(run.directory, expanded);
  return { contexts, env, cwd, logs, missing };
}

const asTexts = (value: ExpressionValue): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(asRecord(value)).map(([name, text]) => [name, String(text)]));

/** The host of a step when it is not this machine. */
export function refusedHost(
  run: WorkflowRun,
  job: JobState,
  step: PlannedStep,
  scene: StepScene,
): string | undefined {
  if (step.host === 'workspace') return undefined;
  const written = step.host ?? job.job.host;
  const value = written === undefined ? undefined : fillValue(written, scene.contexts);
  const host = value === undefined ? '' : renderValue(value).trim();
  return run.world.hosts.includes(host) ? undefined : host;
}
