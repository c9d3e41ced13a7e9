import type { MappedText } from '../source/mapped-text.ts';
import type { FilePath, Span } from '../source/span.ts';
import type { ExpressionValue } from '../syntax/expression/value.ts';
import type { Fidelity, RunMode } from '../trace/run-record.ts';
import type { Template, TemplateEntry, TemplateValue } from './template.ts';

/** What a run will do: plain data, made without looking at the machine, printed by `--plan`. */
export interface RunPlan {
  readonly name: string;
  readonly path: FilePath;
  readonly mode: RunMode;
  readonly scenario: string;
  /** Which of several equal runs it is, from 1; absent when there is one. */
  readonly repetition?: number | undefined;
  readonly workflow: PlannedWorkflow;
  /** The values of the form; an ignored input is left out of `passed` and empty in `inputs`. */
  readonly inputs: Readonly<Record<string, ExpressionValue>>;
  /** What scripts get, by dotted name: scalars only, lists as JSON. */
  readonly passed: readonly { readonly name: string; readonly value: string }[];
  readonly resource: Resource;
  /** `owner/name` of this repository, when it is known. */
  readonly repository: string | undefined;
  readonly sessions: readonly PlannedSession[];
  /** Whether the workflow, or a script beside it, speaks of endpoints. */
  readonly usesEndpoints: boolean;
  readonly ready: ReadyWhen;
  readonly limits: RunLimits;
  readonly scheduler: SchedulerBehaviour;
  /** Programs that the machine must have; without one the run is skipped by name. */
  readonly requires: readonly string[];
  /** Bash scripts by the name of the program that they stand in for where the machine lacks it (`run.stubs`). */
  readonly stubs: Readonly<Record<string, string>>;
  /** Host names of the site that mean this machine (`run.hosts`); `*` stands for any characters. */
  readonly hosts: readonly string[];
  /** Programs of the site beside the known ones (`run.site-programs`). */
  readonly sitePrograms: readonly string[];
  /** A bash script that prepares the run's HOME before the workflow starts (`run.before`). */
  readonly before: string | undefined;
  /** Variables of the configuration (`run.env`). */
  readonly extraEnv: Readonly<Record<string, string>>;
  /** The job whose outputs say where the service is, when the workflow has one. */
  readonly waitJob: string | undefined;
  /** The text of `start.sh` with its origin, for the failing line. */
  readonly startScript: MappedText | undefined;
  /** What is already known to differ from the platform. */
  readonly fidelity: readonly Fidelity[];
  /** The first thing that cannot be done here, named; the run then ends as `unsupported`. */
  readonly unsupported: { readonly what: string; readonly at: Span } | undefined;
  /** Where a failure without a better place is reported. */
  readonly at: Span;
}

/** The stand-in for the compute resource that a user would have chosen. */
export interface Resource {
  readonly id: string;
  readonly ip: string;
  readonly name: string;
  readonly namespace: string;
  readonly user: string;
  readonly type: string;
  readonly provider: string;
  readonly schedulerType: '' | 'slurm' | 'pbs';
  readonly uri: string;
}

/** A session of the workflow. */
export interface PlannedSession {
  readonly name: string;
  readonly useTls: boolean;
  readonly kind: 'tunnel' | 'link';
  readonly span: Span;
}

/** When the service counts as ready. */
export interface ReadyWhen {
  readonly probe: 'http' | 'tcp';
  readonly path: string;
  /** Accepted answers; empty: every status below 500. */
  readonly status: readonly number[];
  readonly headers: Readonly<Record<string, string>>;
  /** A text that the body must contain. */
  readonly body?: string | undefined;
  readonly tls: boolean;
  /** A line that the service's log must contain, as a regular expression. */
  readonly log?: string | undefined;
  /** A file that must exist, relative to the job directory. */
  readonly file?: string | undefined;
  /** A command that must end with 0, run by bash in the job directory. */
  readonly command?: string | undefined;
  /** From the start of the run until each must have held, in milliseconds; absent: as long as the run waits. */
  readonly deadlines: {
    readonly probe?: number | undefined;
    readonly file?: number | undefined;
    readonly log?: number | undefined;
    readonly command?: number | undefined;
  };
}

/** How long things may take, in milliseconds. */
export interface RunLimits {
  /** From the start to ready. */
  readonly startMs: number;
  readonly stableMs: number;
  /** From ready until the workflow's own wait step has spoken and the steps after it have run. */
  readonly waitMs: number;
  /** From the cancellation until everything must have ended. */
  readonly stopMs: number;
}

/** How the emulated scheduler behaves; a real one behaves as it does. */
export interface SchedulerBehaviour {
  /** From the submission until the job starts. */
  readonly queueDelayMs: number;
  /** Jobs wait for ever. */
  readonly holds: boolean;
  /** Every submission is refused with this message. */
  readonly refusal?: string | undefined;
  /** The node dies so long after the job has started. */
  readonly nodeFailsAfterMs?: number | undefined;
}

/** A workflow, the main one or one that a step calls. */
export interface PlannedWorkflow {
  readonly name: string;
  readonly env: readonly TemplateEntry[];
  readonly jobs: readonly PlannedJob[];
  /** How long a run of it may take. */
  readonly timeout?: TemplateValue | undefined;
  /** Where the limit is written. */
  readonly timeoutAt?: Span | undefined;
}

/** A job. */
export interface PlannedJob {
  readonly id: string;
  readonly at: Span;
  readonly needs: readonly { readonly job: string; readonly any: boolean }[];
  /** `needs` where expressions say it: names that only the run knows. */
  readonly computedNeeds?: TemplateValue | undefined;
  readonly condition: TemplateValue | undefined;
  readonly env: readonly TemplateEntry[];
  readonly host: TemplateValue | undefined;
  readonly workingDirectory: Template | undefined;
  readonly timeout: TemplateValue | undefined;
  readonly outputs: readonly TemplateEntry[];
  readonly matrix: PlannedMatrix | undefined;
  readonly steps: readonly PlannedStep[];
}

/** `strategy.matrix`, not yet expanded. */
export interface PlannedMatrix {
  readonly values: TemplateValue;
  readonly failFast: TemplateValue;
  readonly maxParallel: TemplateValue;
}

/** A step. */
export interface PlannedStep {
  readonly index: number;
  readonly id: string | undefined;
  readonly name: string;
  readonly at: Span;
  readonly condition: TemplateValue | undefined;
  readonly env: readonly TemplateEntry[];
  /** `workspace` when the step says `ssh: null`, `undefined` when the job's holds. */
  readonly host: TemplateValue | 'workspace' | undefined;
  readonly workingDirectory: Template | undefined;
  readonly timeout: TemplateValue | undefined;
  readonly retry: PlannedRetry | undefined;
  readonly earlyCancel: boolean;
  readonly ignoreErrors: TemplateValue | undefined;
  readonly cleanup: Template | undefined;
  readonly action: PlannedAction;
  /**
   * For a step of an emulated action that ends with the service's script: whether it runs the script, or has submitted it
   * once its job has the output `jobid`. Absent: it does neither.
   */
  readonly service?: 'runs' | 'submits' | undefined;
}

/** `retry` of a step, with the platform's defaults where nothing is written. */
export interface PlannedRetry {
  readonly maxRetries: TemplateValue;
  readonly interval: TemplateValue;
  readonly timeout: TemplateValue;
  readonly cleanOnRetry: TemplateValue;
}

/** What a step does. */
export type PlannedAction =
  | { readonly kind: 'script'; readonly script: Template; readonly shell: string }
  | { readonly kind: 'checkout'; readonly with: TemplateValue }
  | { readonly kind: 'update-session'; readonly with: TemplateValue }
  | { readonly kind: 'cancel-jobs'; readonly with: TemplateValue }
  /** Shows the output of a job runner's script until the job has ended. */
  | { readonly kind: 'stream-output' }
  | {
      readonly kind: 'subworkflow';
      readonly uses: string;
      readonly with: TemplateValue;
      /** The called form's inputs; values are filled in when the step runs. */
      readonly call: PlannedCall;
    }
  | { readonly kind: 'stand-in'; readonly uses: string; readonly why: string }
  | { readonly kind: 'refused'; readonly uses: string; readonly why: string };

/** A called workflow: what it runs, and how its form turns the values passed into inputs. */
export interface PlannedCall {
  readonly workflow: PlannedWorkflow;
  /** Whether it is the emulation of `job_runner` or `script_submitter`, which runs the service's script. */
  readonly runsService: boolean;
  /** Whether, with these values of its form, it announces the service by job.started and HOSTNAME itself. */
  readonly injectsMarkers: (inputs: Readonly<Record<string, ExpressionValue>>) => boolean;
  /** In what the emulation is known to differ. */
  readonly differs?: string | undefined;
  /** The labels of required inputs that the values passed leave empty. */
  readonly missing: (passed: Readonly<Record<string, ExpressionValue>>) => readonly string[];
  readonly fill: (
    passed: Readonly<Record<string, ExpressionValue>>,
  ) => Readonly<Record<string, ExpressionValue>>;
}
