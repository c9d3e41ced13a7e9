import type { PlannedJob } from '../../plan/run-plan.ts';
import type { Span } from '../../source/span.ts';
import type { ExpressionValue } from '../../syntax/expression/value.ts';
import type { JobRecord } from '../../trace/run-record.ts';

/** A job while it runs. */
export interface JobState {
  readonly id: string;
  readonly job: PlannedJob;
  readonly matrix: ExpressionValue;
  outcome: JobRecord['outcome'] | 'waiting' | 'running';
  /** Whether it was skipped because of others, and not by its own condition. */
  blocked: boolean;
  startedMs: number;
  endedMs: number;
  readonly outputs: Record<string, string>;
  readonly stepOutputs: Record<string, Record<string, string>>;
  readonly stop: AbortController;
  /** Resolves when the job has an outcome. */
  readonly ended: Promise<void>;
  readonly end: () => void;
}

/** A job that has not started. */
export function jobState(id: string, job: PlannedJob, matrix: ExpressionValue): JobState {
  let end: () => void = () => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  return {
    id,
    job,
    matrix,
    outcome: 'waiting',
    blocked: false,
    startedMs: 0,
    endedMs: 0,
    outputs: {},
    stepOutputs: {},
    stop: new AbortController(),
    ended,
    end,
  };
}

/** A step that failed, with what is known about it. */
export interface StepFailure {
  /** The jobs from the top, such as `session_runner`, `ssh_job`. */
  readonly jobs: readonly string[];
  readonly step: string;
  readonly atMs: number;
  readonly message: string;
  readonly at: Span;
  readonly status?: number | undefined;
  /** What it printed last. */
  readonly log: readonly string[];
  /** Named when the local engine cannot do what the step asks for. */
  readonly unsupported?: string | undefined;
  /** Whether the step belongs to the action that runs the service's script, and whether it is that script itself. */
  readonly service: 'no' | 'action' | 'script';
}

/** The script of a service, and how it ended. */
export interface ServiceScript {
  /** The job at the top that runs it. */
  readonly job: string;
  /** The script as it was before the job runner copied it, absolute; `undefined` when it stood in the workflow. */
  readonly source: string | undefined;
  readonly directory: string;
  readonly injectsMarkers: boolean;
  readonly at: Span;
  /** Set when it has ended; the status is unknown where a scheduler does not tell it. */
  ended?: { readonly status: number | undefined; readonly atMs: number } | undefined;
}
