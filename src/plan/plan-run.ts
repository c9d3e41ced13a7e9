import { suggest } from '../base/suggest.ts';
import { helpWith } from '../diagnostics/did-you-mean.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Workflow, WorkflowFile, Workspace } from '../model/workflow.ts';
import { type ExpressionValue, isTruthy } from '../syntax/expression/value.ts';
import { textOf, valueAt } from '../syntax/yaml/tree.ts';
import type { RunMode } from '../trace/run-record.ts';
import { formValues, inputNames } from './form-values.ts';
import { planWithCalls } from './plan-workflow.ts';
import { emptyVariables, fidelityOf } from './planned-fidelity.ts';
import { entryNamed, stepsWithin } from './planned-steps.ts';
import { refusedAtSubmission } from './refused-at-submission.ts';
import type {
  PlannedSession,
  PlannedWorkflow,
  ReadyWhen,
  Resource,
  RunLimits,
  RunPlan,
  SchedulerBehaviour,
} from './run-plan.ts';
import { schedulerSwitch } from './scheduler-switch.ts';
import { fillValue, rootsRead, templateValue } from './template.ts';

/** What is asked of a run. */
export interface PlanRequest {
  readonly mode: RunMode;
  readonly scenario: string;
  /** Values for the form, by reference, nested or dotted. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The name of the user; scripts see it as `PW_USER`. Default `user`. */
  readonly user?: string | undefined;
  readonly limits?: Partial<RunLimits> | undefined;
  readonly ready?: Partial<ReadyWhen> | undefined;
  readonly scheduler?: Partial<SchedulerBehaviour> | undefined;
  /** Programs without which the run is skipped. */
  readonly requires?: readonly string[] | undefined;
  /** Bash scripts that stand in for programs that the machine lacks, by name. */
  readonly stubs?: Readonly<Record<string, string>> | undefined;
  /** Host names that mean this machine. */
  readonly hosts?: readonly string[] | undefined;
  /** Programs that a site has and this machine may lack, beside the known ones. */
  readonly sitePrograms?: readonly string[] | undefined;
  /** Bash commands that are run in the job directory before the workflow starts; the first that fails ends it. */
  readonly before?: readonly string[] | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** `owner/name` of this repository, so that its own workflows can be called. */
  readonly repository?: string | undefined;
  /** Other names of it, in lower case, as its CI and its own workflows tell them. */
  readonly alsoKnownAs?: ReadonlySet<string> | undefined;
}

/** A plan, or why there is none. */
export type PlanOutcome =
  | { readonly kind: 'plan'; readonly plan: RunPlan }
  | {
      readonly kind: 'problem';
      readonly findings: readonly Finding[];
      /** Whether all that is wrong is that inputs have no value: nobody asked for anything impossible. */
      readonly cannotStart: boolean;
    };

/**
 * From the cancellation until what is left is killed, in milliseconds: the platform's ten seconds, and what SLURM
 * (`KillWait`) and PBS (`kill_delay`) give a job unless their administrator says otherwise.
 */
const stopMs = { controller: 10_000, slurm: 30_000, pbs: 30_000 } as const;

/** Limits when nothing else is asked for, in milliseconds. */
const defaultLimits = { startMs: 120_000, stableMs: 2000, waitMs: 60_000 } as const;

const runNumber = '00001';

/** Plans the run of a workflow in one mode and scenario. Pure: nothing is started, no file of the machine is read. */
export function planRun(file: WorkflowFile, workspace: Workspace, request: PlanRequest): PlanOutcome {
  const { workflow } = file;
  const start = { file: file.source.path, start: 0, end: 0 };
  if (workflow === undefined) {
    const findings = [{ message: 'the workflow cannot be read', at: start }];
    return { kind: 'problem', findings, cannotStart: false };
  }
  const planned = planWithCalls(file.name, workflow, workspace, (repository) => {
    const name = repository.toLowerCase();
    return name === request.repository?.toLowerCase() || request.alsoKnownAs?.has(name) === true;
  });
  const resource = resourceFor(request);
  const world = {
    resource: { ...resource } as ExpressionValue,
    roots: { sessions: sessionNames(file.name, workflow) as ExpressionValue, org: {}, var: {} },
  };
  const unknown = unknownInputs(workflow, request.inputs);
  const form = formValues(workflow, { ...setByMode(workflow, planned, request), ...request.inputs }, world);
  const refusals = refusedAtSubmission(workflow);
  const findings = [...unknown, ...form.findings, ...refusals];
  if (findings.length > 0) {
    const cannotStart = unknown.length === 0 && refusals.length === 0;
    return { kind: 'problem', findings, cannotStart };
  }
  const sessions = plannedSessions(workflow, { ...world.roots, inputs: form.inputs });
  const tls = sessions.some((session) => session.kind === 'tunnel' && session.useTls);
  return {
    kind: 'plan',
    plan: {
      name: file.name,
      path: file.source.path,
      mode: request.mode,
      scenario: request.scenario,
      workflow: planned,
      inputs: form.inputs,
      passed: form.passed,
      resource,
      repository: request.repository,
      sessions,
      usesEndpoints: speaksOfEndpoints(file, workspace),
      ready: { probe: 'http', path: '/', status: [], headers: {}, tls, deadlines: {}, ...request.ready },
      limits: { ...defaultLimits, stopMs: stopMs[request.mode], ...request.limits },
      scheduler: { queueDelayMs: 100, holds: false, ...request.scheduler },
      requires: request.requires ?? [],
      stubs: request.stubs ?? {},
      hosts: request.hosts ?? [],
      sitePrograms: request.sitePrograms ?? [],
      before:
        request.before === undefined || request.before.length === 0
          ? undefined
          : ['set -e', ...request.before, ''].join('\n'),
      extraEnv: request.env ?? {},
      waitJob: waitJobOf(planned),
      startScript: file.scripts.find((script) => script.role === 'start')?.text,
      fidelity: [...fidelityOf(planned), ...emptyVariables(workflow)],
      unsupported: unsupportedOf(workflow),
      at: workflow.jobs[0]?.id.span ?? start,
    },
  };
}

/** With a scheduler, the form's switch that decides whether the job runner uses it is turned on. */
function setByMode(
  workflow: Workflow,
  planned: PlannedWorkflow,
  { mode }: PlanRequest,
): Readonly<Record<string, unknown>> {
  const name = mode === 'controller' ? undefined : schedulerSwitch(workflow, planned);
  return name === undefined ? {} : { [name]: true };
}

/** Whether a workflow, or a script below its folder or named in it, speaks of endpoints. */
function speaksOfEndpoints(file: WorkflowFile, { files }: Workspace): boolean {
  const { text } = file.source;
  if (/\bendpoints?\b/i.test(text)) return true;
  const scripts = files.paths.filter(
    (path) => path.endsWith('.sh') && (path.startsWith(`${file.directory}/`) || text.includes(path)),
  );
  return scripts.slice(0, mostScripts).some((path) => {
    const content = files.read(path);
    return content.kind === 'text' && /\bpw\S*\s+endpoints?\b/.test(content.text);
  });
}

/** So many scripts are looked through. */
const mostScripts = 100;

function resourceFor(request: PlanRequest): Resource {
  const user = request.user ?? 'user';
  return {
    id: 'local',
    ip: 'localhost',
    name: 'local',
    namespace: user,
    user,
    type: 'existing',
    provider: 'existing',
    schedulerType: request.mode === 'controller' ? '' : request.mode,
    uri: `pw://${user}/local`,
  };
}

/** `${{ sessions.x }}`: workflow, run number and key, as the platform puts them together. */
export function sessionNames(name: string, workflow: Workflow): Readonly<Record<string, string>> {
  return Object.fromEntries(
    workflow.sessions.map((session) => [session.name.value, `${name}_${runNumber}_${session.name.value}`]),
  );
}

function plannedSessions(
  workflow: Workflow,
  roots: Readonly<Record<string, ExpressionValue>>,
): readonly PlannedSession[] {
  return workflow.sessions.map((session) => {
    const tls = valueAt(session.pair.value, 'useTLS');
    return {
      name: session.name.value,
      useTls: tls !== undefined && isTruthy(fillValue(templateValue(tls), { roots })),
      kind: textOf(valueAt(session.pair.value, 'type')) === 'link' ? 'link' : 'tunnel',
      span: session.name.span,
    };
  });
}

function unknownInputs(workflow: Workflow, inputs: Readonly<Record<string, unknown>>): readonly Finding[] {
  const known = inputNames(workflow);
  return flatNames(inputs, '').flatMap((name) => {
    if (known.some((one) => name === one || name.startsWith(`${one}.`))) return [];
    const near = suggest(name, known);
    const at = workflow.form.node?.span ?? workflow.root.span;
    return [
      {
        message: `the form has no input "${name}"`,
        at: { ...at, end: at.start },
        help: helpWith(near, 'give values by their names in the form, such as group.item'),
      },
    ];
  });
}

function flatNames(value: Readonly<Record<string, unknown>>, before: string): readonly string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = before === '' ? name : `${before}.${name}`;
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? flatNames(inner as Record<string, unknown>, path)
      : [path];
  });
}

/** The job whose outputs `update-session` takes as host and port, else one that is named for waiting. */
function waitJobOf(planned: PlannedWorkflow): string | undefined {
  for (const { job, step } of stepsWithin(planned)) {
    if (step.action.kind !== 'update-session') continue;
    const port = entryNamed(step.action.with, 'remotePort');
    if (port?.kind !== 'text') continue;
    const source = rootsRead(port.template, 'needs')[0]?.[0];
    if (source !== undefined && source !== job) return source;
  }
  return planned.jobs.find((job) => /wait/.test(job.id))?.id;
}

function unsupportedOf(workflow: Workflow): RunPlan['unsupported'] {
  for (const job of workflow.jobs) {
    const pair = job.node?.pairs.find((candidate) => candidate.key.text.text === 'runs-on');
    if (pair !== undefined) return { what: `"runs-on" of job "${job.id.value}"`, at: pair.key.span };
  }
  return undefined;
}
