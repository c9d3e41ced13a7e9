import type { PlannedStep } from '../../plan/run-plan.ts';
import { fillText, fillValue } from '../../plan/template.ts';
import type { Span } from '../../source/span.ts';
import type { EvaluationContexts, ExpressionState } from '../../syntax/expression/evaluate.ts';
import { type ExpressionValue, renderValue } from '../../syntax/expression/value.ts';
import { expandWord } from './expand-word.ts';
import type { JobState } from './job-state.ts';
import { joinPath } from './paths.ts';
import { asRecord, filledEnv, jobContexts, type WorkflowExecution } from './workflow-execution.ts';

/** What became of a step. */
export type StepOutcome = 'passed' | 'failed' | 'cancelled';

/** A step of a running job, and how the job stands when the step is reached. */
export interface StepExecution {
  readonly execution: WorkflowExecution;
  readonly job: JobState;
  readonly step: PlannedStep;
  readonly state: ExpressionState;
}

/** Which attempt of a step it is, and what ends it. */
export interface AttemptOrder {
  /** From 0. */
  readonly number: number;
  readonly total: number;
  readonly last: boolean;
  /** Whether its failure is the step's: not when it is tried again, nor when errors are ignored. */
  readonly counts: boolean;
  /** Whether what it writes is deleted when it fails and is tried again. */
  readonly clean: boolean;
  /** Aborted when the attempt has to end, for whatever reason. */
  readonly signal: AbortSignal;
  /** Aborted when its time is over. */
  readonly timeout: AbortSignal;
}

/** What is known of a failure beside the words for it. */
export interface FailureDetails {
  /** Where it is to be put right; absent: at the step. */
  readonly at?: Span | undefined;
  readonly status?: number | undefined;
  /** What was printed last. */
  readonly log?: readonly string[] | undefined;
  /** Named when the local engine cannot do what the step asks for. */
  readonly unsupported?: string | undefined;
}

/** One attempt of a step: what it belongs to, what it finds around it, and how it says that it failed. */
export interface StepAttempt extends StepExecution, AttemptOrder {
  readonly contexts: EvaluationContexts;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly logs: string;
  /** The paths that expressions read in vain, so far. */
  readonly missing: readonly string[];
  /** Says that it failed, when that counts, and gives the outcome. */
  fail(message: string, details?: FailureDetails): StepOutcome;
}

/** Works out variables, folder and expressions of an attempt. */
export function stepAttempt(of: StepExecution, order: AttemptOrder): StepAttempt {
  const { execution, job, step, state } = of;
  const missing: string[] = [];
  const base = jobContexts(execution, job, state, (path) => missing.push(path));
  const own = filledEnv(step.env, base);
  const retry = {
    PW_WORKFLOW_STEP_CURRENT_RETRY: String(order.number),
    PW_WORKFLOW_STEP_MAX_RETRIES: String(order.total - 1),
  };
  const logs = joinPath(execution.logs, job.id, `step_${step.index}`);
  const platform: Record<string, string> = {
    ...execution.world.env,
    JOB_DIR: execution.directory,
    OUTPUTS: joinPath(logs, 'outputs'),
    PW_CHECK_STEP: [...execution.above, job.id, step.index].join('/'),
    ...(step.retry !== undefined && retry),
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
  return {
    ...of,
    ...order,
    contexts,
    env,
    cwd: workingDirectory(of, contexts, env),
    logs,
    missing,
    fail(message, details = {}) {
      if (order.counts) reportFailure(of, order, message, details);
      return 'failed';
    },
  };
}

function workingDirectory(
  { execution, job, step }: StepExecution,
  contexts: EvaluationContexts,
  env: Readonly<Record<string, string>>,
): string {
  const written = step.workingDirectory ?? job.job.workingDirectory;
  const wanted = written === undefined ? '' : fillText(written, contexts).text.trim();
  const expanded = expandWord(wanted, { ...env, PWD: execution.directory });
  if (expanded === undefined) {
    execution.world.note({
      what: `working-directory "${wanted}"`,
      how: 'skipped',
      why: 'only variables and ~ are expanded; the step runs in the job directory',
    });
  }
  if (expanded === undefined || expanded === '') return execution.directory;
  return joinPath(execution.directory, expanded);
}

const asTexts = (value: ExpressionValue): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(asRecord(value)).map(([name, text]) => [name, String(text)]));

function reportFailure(
  { execution, job, step }: StepExecution,
  order: AttemptOrder,
  message: string,
  details: FailureDetails,
): void {
  execution.sinks.failed({
    jobs: [...execution.above, job.id],
    step: step.name,
    atMs: execution.world.elapsed(),
    message: order.total > 1 ? `${message} (attempt ${order.number + 1} of ${order.total})` : message,
    at: details.at ?? step.at,
    log: details.log ?? [],
    status: details.status,
    unsupported: details.unsupported,
    service: partOf(execution, job, step),
  });
}

/** What a step has to do with the service's script; a submission that was refused never ran it. */
function partOf(execution: WorkflowExecution, job: JobState, step: PlannedStep): 'no' | 'action' | 'script' {
  if (execution.service === undefined) return 'no';
  const ranIt = step.service === 'runs' || (step.service === 'submits' && job.outputs['jobid'] !== undefined);
  return ranIt ? 'script' : 'action';
}

/** The host of a step when it is not this machine. */
export function refusedHost({ execution, job, step, contexts }: StepAttempt): string | undefined {
  if (step.host === 'workspace') return undefined;
  const written = step.host ?? job.job.host;
  const value = written === undefined ? undefined : fillValue(written, contexts);
  const host = value === undefined ? '' : renderValue(value).trim();
  return execution.world.hosts.includes(host) ? undefined : host;
}
