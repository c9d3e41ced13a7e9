import { type AnalysisContext, analysisContext } from '../analysis/analysis.ts';
import { serviceStarts } from '../analysis/contract/services.ts';
import { ownRepositories } from '../analysis/workflow/own-repositories.ts';
import { plural } from '../base/plural.ts';
import { suggest } from '../base/suggest.ts';
import type { Diagnostic, Finding } from '../diagnostics/finding.ts';
import type { ToolFault } from '../diagnostics/tool-fault.ts';
import type { Configuration, RunSettings } from '../lint/configuration/configuration.ts';
import type { LintResult } from '../lint/lint-result.ts';
import type { WorkflowFile, Workspace } from '../model/workflow.ts';
import { selectedWorkflows, workflowNames } from '../model/workspace.ts';
import { planRun } from '../plan/plan-run.ts';
import type { RunPlan, SchedulerBehaviour } from '../plan/run-plan.ts';
import { lineIndex } from '../source/line-index.ts';
import type { RunMode, RunRecord } from '../trace/run-record.ts';
import { againCommand } from './again.ts';
import { type Executed, executePlan } from './execute-plan.ts';
import { failedRuns, isAmong, type RunName } from './failed-runs.ts';
import { readyWhen } from './ready-when.ts';
import type { CheckRequest } from './request.ts';
import { inputsUsed } from './scenarios/inputs-used.ts';
import { knownScenarios, scenariosOf } from './scenarios/scenarios.ts';
import { concernOf, notRun } from './workflow-outcomes.ts';
import type { Watcher, World } from './world.ts';

/** What running needs to know. */
export interface RunStage {
  readonly request: CheckRequest;
  readonly configuration: Configuration;
  readonly workspace: Workspace;
  /** The paths of the workflows to run; absent: all of them. */
  readonly toRun?: ReadonlySet<string> | undefined;
  readonly world: World;
  /** `owner/name` of this repository, when it is known. */
  readonly repository?: string | undefined;
}

/** One run to be made, or the record of one that cannot be. */
export type PlannedRun =
  | { readonly kind: 'plan'; readonly file: WorkflowFile; readonly plan: RunPlan }
  | { readonly kind: 'record'; readonly file: WorkflowFile; readonly record: RunRecord };

/** The runs of a request in the order of its workflows, or what is wrong with it (exit status 2). */
export type PlannedRuns =
  | { readonly kind: 'runs'; readonly runs: readonly PlannedRun[] }
  | { readonly kind: 'refused'; readonly message: string };

/** Plans every selected workflow in every wanted mode and scenario; nothing is started. */
export function planRuns(stage: RunStage): PlannedRuns {
  const { request, configuration, workspace } = stage;
  const context = analysisContext(workspace);
  const unknownName = unknownWorkflow(request.requireRun, workspace);
  if (unknownName !== undefined) return { kind: 'refused', message: unknownName };
  const failed = request.failed === undefined ? undefined : failedRuns(request.failed, stage.world);
  if (failed?.kind === 'refused') return failed;
  const runs: PlannedRun[] = [];
  for (const file of selectedWorkflows(workspace)) {
    if (stage.toRun !== undefined && !stage.toRun.has(file.source.path)) continue;
    const settings = settingsOf(configuration, file.name);
    const answer = scenariosOf(file, request, stage.world);
    if (answer.kind === 'refused') return answer;
    for (const scenario of answer.scenarios) {
      for (const mode of modesOf(request, settings, failed?.runs)) {
        const name = { path: file.source.path, mode, scenario: scenario.name };
        if (failed !== undefined && !isAmong(failed.runs, name)) continue;
        const planned = planOne({ ...stage, context }, file, mode, scenario.name, scenario.inputs, settings);
        if (planned.kind === 'refused') return planned;
        runs.push(...repeated(planned.run, request.repeat));
      }
    }
  }
  // All of the repository counts: the workflow that has the scenario may be none of those that a change concerns.
  const known = knownScenarios(stage.world.files.paths);
  const unknown = request.scenarios.find((name) => !known.has(name));
  if (unknown !== undefined && workspace.workflows.length > 0) {
    return {
      kind: 'refused',
      message: `no workflow has a scenario "${unknown}": expected a file ci/${unknown}.yaml beside one`,
    };
  }
  return { kind: 'runs', runs };
}

/** The same run several times; each knows which it is, so that what is kept of them stands side by side. */
function repeated(run: PlannedRun, count: number): readonly PlannedRun[] {
  if (run.kind === 'record' || count === 1) return Array.from({ length: count }, () => run);
  return Array.from({ length: count }, (_, index) => ({
    ...run,
    plan: { ...run.plan, repetition: index + 1 },
  }));
}

/** A stage while its runs are made. */
type RunningStage = RunStage & {
  readonly linted: LintResult;
  readonly watcher: Watcher;
  readonly signal: AbortSignal;
};

/** What running gave: the records in order, and our own failures. */
export interface RunResults {
  readonly records: readonly RunRecord[];
  readonly faults: readonly ToolFault[];
  /** The paths of the workflows whose run broke by a failure of ours. */
  readonly broken: ReadonlySet<string>;
}

/**
 * Carries out runs, some at once, and gives their records in order. A workflow that lint found errors in is not
 * started: what fails is known already.
 */
export async function runWorkflows(runs: readonly PlannedRun[], stage: RunningStage): Promise<RunResults> {
  const results: Executed[] = [];
  const next = runs.entries();
  const worker = async (): Promise<void> => {
    for (const [index, run] of next) {
      stage.watcher.begin?.({ index: index + 1, count: runs.length });
      results[index] = await runOne(run, stage);
    }
  };
  const workers = Math.min(runs.length, stage.request.jobs ?? stage.world.parallel);
  await Promise.all(Array.from({ length: workers }, worker));
  return {
    records: results.flatMap((one) => one.record ?? []),
    faults: results.flatMap((one) => (one.kind === 'fault' ? [one.fault] : [])),
    broken: new Set(results.flatMap((one) => (one.kind === 'fault' ? [one.path] : []))),
  };
}

async function runOne(run: PlannedRun, stage: RunningStage): Promise<Executed> {
  const executed = await executeOne(run, stage);
  if (executed.kind === 'fault') return executed;
  const { record } = executed;
  const settings = settingsOf(stage.configuration, run.file.name);
  const demanded = settings.requireRun === true || stage.request.requireRun.includes(run.file.name);
  if (record.outcome === 'skipped' && demanded) return { kind: 'record', record: demandedRun(record) };
  if (run.kind === 'record') return executed;
  const inputs = inputsUsed(run.file.workflow, run.plan);
  const again = record.outcome === 'failed' ? againCommand(run.plan, stage.request) : undefined;
  return { kind: 'record', record: { ...record, inputs, again } };
}

/** The record of a run that was skipped although it was demanded. */
function demandedRun(record: RunRecord): RunRecord {
  const failure = {
    cause: 'unsupported' as const,
    message: `the run was demanded and skipped: ${record.skipped ?? 'for no reason that is known'}`,
    at: record.failure?.at,
  };
  return { ...record, outcome: 'failed', failure, skipped: undefined };
}

/** Says which name that is to be run no workflow has. */
function unknownWorkflow(names: readonly string[], workspace: Workspace): string | undefined {
  const known = workflowNames(workspace);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined || known.length === 0) return undefined;
  const near = suggest(unknown, known);
  const meant =
    near === undefined ? `expected one of ${known.slice(0, 10).join(', ')}` : `did you mean "${near}"?`;
  return `--require-run: there is no workflow "${unknown}": ${meant}`;
}

async function executeOne(run: PlannedRun, stage: RunningStage): Promise<Executed> {
  if (run.kind === 'record') return run;
  const { file, plan } = run;
  const skipped = (reason: string): Executed => ({
    kind: 'record',
    record: skippedRun(file, plan.mode, plan.scenario, reason),
  });
  const isOfIt = concernOf(file, stage.workspace.files);
  const isError = (one: Diagnostic): boolean => one.severity === 'error' && isOfIt(one);
  const errors = stage.linted.diagnostics.filter(isError);
  if (errors.length > 0) return skipped(notRun(errors));
  const known = stage.linted.known.filter(isError);
  if (known.length > 0) {
    return skipped(`not started: the baseline knows ${plural(known.length, 'fault')} of it`);
  }
  if (stage.signal.aborted) return skipped('the check was interrupted');
  return executePlan(plan, stage, () => serviceStarts(file, stage.workspace));
}

type OnePlan =
  | { readonly kind: 'run'; readonly run: PlannedRun }
  | { readonly kind: 'refused'; readonly message: string };

function planOne(
  stage: RunStage & { readonly context: AnalysisContext },
  file: WorkflowFile,
  mode: RunMode,
  scenario: string,
  inputs: Readonly<Record<string, unknown>>,
  settings: RunSettings,
): OnePlan {
  const { request } = stage;
  const startMs = request.timeoutMs ?? settings.timeoutMs;
  const stableMs = request.stableForMs ?? settings.stableForMs;
  const outcome = planRun(file, stage.workspace, {
    mode,
    scenario,
    inputs,
    limits: { ...(startMs !== undefined && { startMs }), ...(stableMs !== undefined && { stableMs }) },
    ready: readyWhen(settings.ready),
    requires: settings.requires,
    env: settings.env,
    before: settings.before,
    stubs: settings.stubs,
    hosts: settings.hosts,
    sitePrograms: settings.sitePrograms,
    scheduler: schedulerBehaviour(settings),
    repository: stage.repository,
    alsoKnownAs: stage.context.ask(ownRepositories, stage.workspace),
  });
  if (outcome.kind === 'plan') return { kind: 'run', run: { kind: 'plan', file, plan: outcome.plan } };
  const named = scenario === 'default' ? '' : ` (scenario "${scenario}")`;
  const message = outcome.findings.map((one) => `${placed(one, file)}${named}`).join('\n');
  const asked = request.stage === 'run' || Object.keys(inputs).length > 0;
  if (asked && file.workflow !== undefined && !outcome.cannotStart) return { kind: 'refused', message };
  return { kind: 'run', run: { kind: 'record', file, record: skippedRun(file, mode, scenario, message) } };
}

/** How the configuration wants an emulated scheduler; what it does not say is left to the plan. */
function schedulerBehaviour({ scheduler }: RunSettings): Partial<SchedulerBehaviour> {
  const { queueDelayMs, holds, refusal, nodeFailsAfterMs } = scheduler ?? {};
  return {
    ...(queueDelayMs !== undefined && { queueDelayMs }),
    ...(holds !== undefined && { holds }),
    ...(refusal !== undefined && { refusal }),
    ...(nodeFailsAfterMs !== undefined && { nodeFailsAfterMs }),
  };
}

/** The settings of a workflow: its own above those of every run. */
function settingsOf(configuration: Configuration, name: string): RunSettings {
  const own = Object.hasOwn(configuration.workflowsSettings, name)
    ? configuration.workflowsSettings[name]
    : undefined;
  const given = Object.entries(own ?? {}).filter(([, value]) => value !== undefined);
  return { ...configuration.run, ...Object.fromEntries(given) };
}

function modesOf(
  request: CheckRequest,
  settings: RunSettings,
  failed: readonly RunName[] | undefined,
): readonly RunMode[] {
  if (request.modes.length > 0) return request.modes;
  if (failed !== undefined) return [...new Set(failed.map((run) => run.mode))];
  return settings.modes !== undefined && settings.modes.length > 0 ? settings.modes : ['controller'];
}

function placed(finding: Finding, file: WorkflowFile): string {
  const { line, column } = lineIndex(file.source.text).placeOf(finding.at.start);
  const help = finding.help === undefined ? '' : `: ${finding.help}`;
  return `${finding.at.file}:${line}:${column}: ${finding.message}${help}`;
}

/** The record of a run that was not made, with the reason. */
export function skippedRun(file: WorkflowFile, mode: RunMode, scenario: string, reason: string): RunRecord {
  return {
    workflow: file.name,
    path: file.source.path,
    mode,
    scenario,
    outcome: 'skipped',
    skipped: reason,
    observations: [],
    coordination: [],
    phases: [],
    jobs: [],
    leftovers: [],
    fidelity: [],
    log: [],
  };
}
