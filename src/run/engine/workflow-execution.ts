import type { PlannedWorkflow } from '../../plan/run-plan.ts';
import { fillText, fillValue, type TemplateEntry } from '../../plan/template.ts';
import type { Span } from '../../source/span.ts';
import type { EvaluationContexts, ExpressionState } from '../../syntax/expression/evaluate.ts';
import { type ExpressionValue, isRecord } from '../../syntax/expression/value.ts';
import type { JobState, ServiceScript, StepFailure } from './job-state.ts';
import type { RunWorld } from './run-world.ts';

/** Where a session was pointed by `update-session`. */
export interface SessionTarget {
  readonly session: string;
  readonly host: string;
  readonly port: string;
  readonly slug: string;
  /** The value of `slug` in the workflow file, when there is one. */
  readonly slugAt: Span | undefined;
  /** The step that said so. */
  readonly at: Span;
  readonly atMs: number;
}

/** Whom a workflow tells what happens in it. */
export interface WorkflowSinks {
  failed(failure: StepFailure): void;
  /** A time limit is over that makes the run fail; what it ends is stopped after this. */
  timedOut(): void;
  serviceStarted(service: ServiceScript): void;
  serviceEnded(service: ServiceScript): void;
  sessionUpdated(target: SessionTarget): void;
  /** A job at the top began or ended. */
  jobChanged(state: JobState): void;
}

/** A workflow while it runs: the main one, or one that a step called. */
export interface WorkflowExecution {
  readonly world: RunWorld;
  readonly workflow: PlannedWorkflow;
  readonly inputs: Readonly<Record<string, ExpressionValue>>;
  /** The working directory of jobs that name none. */
  readonly directory: string;
  readonly logs: string;
  /** The jobs above it, from the top. */
  readonly above: readonly string[];
  readonly service: ServiceScript | undefined;
  readonly jobs: Map<string, JobState>;
  readonly sinks: WorkflowSinks;
  /** Stops everything. */
  readonly signal: AbortSignal;
  /** Aborted as soon as a job has failed. */
  readonly anyFailed: AbortController;
  /** Starts a called workflow; resolves with its jobs when all have ended. */
  readonly call: (order: WorkflowCall) => Promise<ReadonlyMap<string, JobState>>;
}

/** What it takes to call a workflow. */
export type WorkflowCall = Pick<
  WorkflowExecution,
  'world' | 'workflow' | 'inputs' | 'directory' | 'logs' | 'above' | 'service' | 'sinks' | 'signal'
>;

/** What the expressions of a job can read. */
export function jobContexts(
  execution: WorkflowExecution,
  job: JobState,
  state: ExpressionState,
  missing: (path: string) => void = () => {},
): EvaluationContexts {
  // An instance of a matrix cannot read its own job, as on the platform.
  const seen = [
    ...job.job.needs.map((need) => need.job),
    ...(job.job.matrix === undefined ? [job.job.id] : []),
  ];
  const needs = Object.fromEntries(
    seen.flatMap((id) => {
      const needed = id === job.job.id ? job : execution.jobs.get(id);
      return needed === undefined ? [] : [[id, jobValue(needed)]];
    }),
  );
  const { plan } = execution.world;
  const sessions = Object.fromEntries(
    plan.sessions.map(({ name }) => [name, `${plan.name}_${execution.world.jobNumber}_${name}`]),
  );
  const roots = {
    inputs: execution.inputs as ExpressionValue,
    needs,
    steps: stepsValue(job),
    matrix: job.matrix,
    sessions: execution.above.length === 0 ? sessions : {},
    org: {},
    var: {},
  };
  const platform = platformVariables(execution, job);
  const base: EvaluationContexts = { roots: { ...roots, env: platform }, row: 0, state, missing };
  const outer = { ...platform, ...filledEnv(execution.workflow.env, base) };
  const inner = filledEnv(job.job.env, { ...base, roots: { ...roots, env: outer } });
  return { ...base, roots: { ...roots, env: { ...outer, ...inner } } };
}

/** The variables that the platform gives the steps of a job, and that expressions read as `env`, too. */
function platformVariables(
  { world, directory }: WorkflowExecution,
  job: JobState,
): Readonly<Record<string, string>> {
  const own = Object.entries(world.env).filter(([name]) => /^PW_(?!CHECK_|INPUT_)/.test(name));
  return {
    ...Object.fromEntries(own),
    PW_JOB_DIR: directory,
    ...(job.job.matrix !== undefined && { PW_MATRIX_INDEX: job.id.slice(job.id.lastIndexOf('-') + 1) }),
  };
}

/** The variables of an `env` map, filled in; later entries win. */
export function filledEnv(
  entries: readonly TemplateEntry[],
  contexts: EvaluationContexts,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.map(({ name, value }) => [
      name,
      value.kind === 'text'
        ? fillText(value.template, contexts).text
        : String(fillValue(value, contexts) ?? ''),
    ]),
  );
}

function jobValue(job: JobState): ExpressionValue {
  return { outputs: { ...job.outputs }, steps: stepsValue(job) };
}

const stepsValue = (job: JobState): ExpressionValue =>
  Object.fromEntries(
    Object.entries(job.stepOutputs).map(([id, outputs]) => [id, { outputs: { ...outputs } }]),
  );

/** A filled value as a map. */
export function asRecord(value: ExpressionValue): Readonly<Record<string, ExpressionValue>> {
  return value !== undefined && isRecord(value) ? value : {};
}
