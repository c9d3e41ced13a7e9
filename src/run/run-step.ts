import { serviceStep } from '../plan/built-in/step-builder.ts';
import { durationMs } from '../plan/duration.ts';
import type { PlannedCall, PlannedStep } from '../plan/run-plan.ts';
import { type Filled, fillText, fillValue, type Template, type TemplateValue } from '../plan/template.ts';
import type { Span } from '../source/span.ts';
import type { EvaluationContexts, ExpressionState } from '../syntax/expression/evaluate.ts';
import { type ExpressionValue, isTruthy, renderValue } from '../syntax/expression/value.ts';
import { cancelJobs, checkOut, updateSession } from './actions.ts';
import { expandWord } from './expand-word.ts';
import { failingLine } from './failing-line.ts';
import type { JobState, ServiceScript } from './job-state.ts';
import { lastLines } from './neutralise.ts';
import { joinPath } from './paths.ts';
import { runStepScript, type ScriptEnd } from './run-step-script.ts';
import { asRecord, filledEnv, jobContexts, type WorkflowRun } from './workflow-run.ts';

/** What became of a step. */
export type StepOutcome = 'passed' | 'failed' | 'cancelled';

/** A cleanup may take this long. */
const cleanupMs = 20_000;
/** From the cancellation of a step until it is killed. */
const defaultGraceMs = 5000;
const logLines = 40;

interface StepSurroundings {
  readonly state: ExpressionState;
  readonly signal: AbortSignal;
}

/** What a step finds around it when it starts. */
interface StepScene {
  readonly contexts: EvaluationContexts;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly logs: string;
  readonly missing: readonly string[];
}

/** Runs one step with its retries and limits. */
export async function runStep(
  run: WorkflowRun,
  job: JobState,
  step: PlannedStep,
  around: StepSurroundings,
): Promise<StepOutcome> {
  const early = step.earlyCancel ? [run.anyFailed.signal] : [];
  const outer = AbortSignal.any([around.signal, ...early]);
  const label =
    run.above.length === 0 ? step.name : `${run.above.slice(1).concat(job.id, step.name).join(' / ')}`;
  run.world.emit({ type: 'step', job: run.above[0] ?? job.id, step: label, state: 'started' });
  const contexts = jobContexts(run, job, around.state);
  const attempts = 1 + numberIn(step.retry?.maxRetries, contexts, 0);
  let outcome: StepOutcome = 'passed';
  for (let attempt = 0; attempt < attempts; attempt++) {
    const limit = limitOf(step, contexts);
    const timeout = new AbortController();
    const timer = limit === undefined ? undefined : startTimer(run, limit, timeout);
    const signal = AbortSignal.any([outer, timeout.signal]);
    const last = attempt + 1 >= attempts;
    outcome = await attemptStep(
      run,
      job,
      step,
      { state: around.state, signal },
      { attempt, attempts, last, timeout },
    );
    timer?.abort();
    if (outcome !== 'failed' || last) break;
    await run.world.ports.clock.sleep(durationIn(step.retry?.interval, contexts, 5000), outer);
    if (outer.aborted) outcome = 'cancelled';
    if (outcome === 'cancelled') break;
  }
  run.world.emit({ type: 'step', job: run.above[0] ?? job.id, step: label, state: 'ended' });
  if (
    outcome === 'failed' &&
    step.ignoreErrors !== undefined &&
    isTruthy(fillValue(step.ignoreErrors, contexts))
  ) {
    return 'passed';
  }
  return outcome;
}

function startTimer(run: WorkflowRun, limit: number, timeout: AbortController): AbortController {
  const over = new AbortController();
  void run.world.ports.clock.sleep(limit, over.signal).then(() => {
    if (!over.signal.aborted) timeout.abort();
  });
  return over;
}

function limitOf(step: PlannedStep, contexts: EvaluationContexts): number | undefined {
  const own =
    step.timeout === undefined ? undefined : durationIn(step.timeout, contexts, Number.MAX_SAFE_INTEGER);
  const each = step.retry === undefined ? undefined : durationIn(step.retry.timeout, contexts, 30_000);
  return own === undefined ? each : Math.min(own, each ?? own);
}

function durationIn(
  value: TemplateValue | undefined,
  contexts: EvaluationContexts,
  otherwise: number,
): number {
  if (value === undefined) return otherwise;
  return durationMs(renderValue(fillValue(value, contexts))) ?? otherwise;
}

function numberIn(value: TemplateValue | undefined, contexts: EvaluationContexts, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(fillValue(value, contexts));
  return Number.isInteger(number) && number >= 0 ? Math.min(number, 1000) : otherwise;
}

interface Attempt {
  readonly attempt: number;
  readonly attempts: number;
  readonly last: boolean;
  readonly timeout: AbortController;
}

async function attemptStep(
  run: WorkflowRun,
  job: JobState,
  step: PlannedStep,
  around: StepSurroundings,
  attempt: Attempt,
): Promise<StepOutcome> {
  const scene = sceneOf(run, job, step, around.state, attempt);
  const fail = failureOf(run, job, step, attempt);
  const ignored = step.ignoreErrors !== undefined && isTruthy(fillValue(step.ignoreErrors, scene.contexts));
  const report = (message: string, more: Parameters<typeof fail>[1] = {}): StepOutcome => {
    if (attempt.last && !ignored) fail(message, more);
    return 'failed';
  };
  const refused = refusedHost(run, job, step, scene);
  if (refused !== undefined)
    return report(`host "${refused}" is not part of a local run`, { unsupported: `the host "${refused}"` });
  const { action } = step;
  switch (action.kind) {
    case 'script':
      return scriptStep(run, job, step, action, scene, around.signal, attempt, report);
    case 'stream-output':
      await streamOutput(run, around.signal);
      return 'passed';
    case 'checkout': {
      const problem = checkOut(run.world, asRecord(fillValue(action.with, scene.contexts)));
      return problem === undefined ? 'passed' : report(problem);
    }
    case 'update-session': {
      const problem = updateSession(run, asRecord(fillValue(action.with, scene.contexts)), step.at);
      return problem === undefined ? 'passed' : report(problem);
    }
    case 'cancel-jobs':
      cancelJobs(run, asRecord(fillValue(action.with, scene.contexts)));
      return around.signal.aborted ? 'cancelled' : 'passed';
    case 'subworkflow':
      return callStep(
        run,
        job,
        step,
        action.call,
        asRecord(fillValue(action.with, scene.contexts)),
        scene,
        around.signal,
        attempt,
        report,
      );
    case 'stand-in':
      return 'passed';
    case 'refused':
      return report(`"${action.uses}" cannot be run here: ${action.why}`, {
        unsupported: `"${action.uses}"`,
      });
  }
}

function sceneOf(
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
  const cwd = expanded === undefined || expanded === '' ? run.directory : joinPath(run.directory, expanded);
  return { contexts, env, cwd, logs, missing };
}

const asTexts = (value: ExpressionValue): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(asRecord(value)).map(([name, text]) => [name, String(text)]));

function refusedHost(
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

function failureOf(run: WorkflowRun, job: JobState, step: PlannedStep, attempt: Attempt) {
  return (
    message: string,
    more: {
      readonly at?: Span;
      readonly status?: number;
      readonly log?: readonly string[];
      readonly unsupported?: string;
    } = {},
  ): void => {
    run.sinks.failed({
      jobs: [...run.above, job.id],
      step: step.name,
      atMs: run.world.elapsed(),
      message:
        attempt.attempts > 1 ? `${message} (attempt ${attempt.attempt + 1} of ${attempt.attempts})` : message,
      at: more.at ?? step.at,
      log: more.log ?? [],
      status: more.status,
      unsupported: more.unsupported,
      service: partOf(run, job, step),
    });
  };
}

/** What a step has to do with the service's script; a submission that was refused never ran it. */
function partOf(run: WorkflowRun, job: JobState, step: PlannedStep): 'no' | 'action' | 'script' {
  if (run.service === undefined) return 'no';
  const batch = job.id === 'slurm_job' || job.id === 'pbs_job';
  return step.id === serviceStep && (!batch || job.outputs['jobid'] !== undefined) ? 'script' : 'action';
}

type Report = (
  message: string,
  more?: {
    readonly at?: Span;
    readonly status?: number;
    readonly log?: readonly string[];
    readonly unsupported?: string;
  },
) => StepOutcome;

async function scriptStep(
  run: WorkflowRun,
  job: JobState,
  step: PlannedStep,
  action: { readonly script: Template; readonly shell: string },
  scene: StepScene,
  signal: AbortSignal,
  attempt: Attempt,
  report: Report,
): Promise<StepOutcome> {
  const known = scene.missing.length;
  const filled = fillText(action.script, scene.contexts);
  const absent = scene.missing.slice(known).find((path) => /^(?:needs|steps)\./.test(path));
  if (absent !== undefined) {
    return report(`step "${step.name}" reads "${absent}", which nobody has written`, {
      at: placeOfReading(action.script, absent, step.at),
    });
  }
  const end = await runStepScript(run.world, {
    filled,
    shell: action.shell,
    cwd: scene.cwd,
    env: scene.env,
    logs: scene.logs,
    name: 'script-unstable.sh',
    signal,
    graceMs: run.signal.aborted ? run.world.plan.limits.stopMs : defaultGraceMs,
  });
  takeOutputs(run, job, step, scene);
  if (step.id === serviceStep) noteServiceEnd(run, job, end);
  if (attempt.timeout.signal.aborted && end.stopped)
    return report(`step "${step.name}" did not end in time`, { status: end.status });
  if (end.stopped) return 'cancelled';
  if (end.status === 0) return 'passed';
  return report(`step "${step.name}" failed with status ${end.status}`, {
    ...placeOfFailure(run, filled, end, step.at),
    ...scriptStatus(job, step),
  });
}

/** Notes how the service's script ended, also when the step around it was stopped in the same moment. */
function noteServiceEnd(run: WorkflowRun, job: JobState, end: ScriptEnd): void {
  const { service } = run;
  const written = job.outputs['exit_code'];
  const batch = job.outputs['jobid'] !== undefined;
  const status = written !== undefined ? Number(written) : end.stopped || batch ? undefined : end.status;
  if (service === undefined || service.ended !== undefined || (status === undefined && end.stopped)) return;
  service.ended = { status, atMs: run.world.elapsed() };
  run.sinks.serviceEnded(service);
}

/** The status of the script itself, where the step that submitted it has another one of its own. */
function scriptStatus(job: JobState, step: PlannedStep): { readonly status?: number } {
  const written = job.outputs['exit_code'];
  return step.id === serviceStep && written !== undefined ? { status: Number(written) } : {};
}

function placeOfReading(script: Template, path: string, otherwise: Span): Span {
  const last = path.split('.').at(-1) ?? '';
  const hole = script.holes.find(({ start, end }) => script.text.text.slice(start, end).includes(last));
  return hole === undefined ? otherwise : script.text.spanOf(hole.start, hole.end);
}

function placeOfFailure(run: WorkflowRun, filled: Filled, end: ScriptEnd, otherwise: Span) {
  const output = run.world.ports.files.readEnd(end.output, 16_384) ?? '';
  const place = failingLine(run.world, { script: end.script, status: end.status, output });
  const inFile = place?.span;
  const inBlock = place !== undefined && place.file === end.script && run.above.length === 0;
  return {
    status: end.status,
    log: lastLines(output, logLines),
    at: inFile ?? (inBlock ? filled.spanOfLine(place.line) : otherwise),
  };
}

/** Reads what the step wrote to `$OUTPUTS`. */
function takeOutputs(run: WorkflowRun, job: JobState, step: PlannedStep, scene: StepScene): void {
  const text = run.world.ports.files.read(joinPath(scene.logs, 'outputs'), 1_000_000) ?? '';
  const outputs: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const match = /^([A-Za-z0-9_.-]+)=(.*?)\r?$/.exec(line);
    if (match?.[1] !== undefined) outputs[match[1]] = match[2] ?? '';
  }
  Object.assign(job.outputs, outputs);
  if (step.id !== undefined) job.stepOutputs[step.id] = outputs;
}

async function callStep(
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
    sinks: run.sinks,
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

/** Shows what the service's script prints until its job has ended or the run stops. */
async function streamOutput(run: WorkflowRun, signal: AbortSignal): Promise<void> {
  const { service, world } = run;
  if (service === undefined) return;
  const output = joinPath(service.directory, `run.${world.slug}.out`);
  const ended = joinPath(service.directory, 'job.ended');
  let offset = 0;
  for (;;) {
    const over = signal.aborted || world.ports.files.kindOf(ended) !== 'missing';
    const part = world.ports.files.readFrom(output, offset, 65_536);
    offset = part.next;
    if (part.text !== '') {
      world.emit({
        type: 'output',
        job: service.job,
        lines: lastLines(part.text, 50),
        dropped: Math.max(0, part.text.split('\n').length - 51),
      });
    }
    if (over) return;
    await world.ports.clock.sleep(100, signal);
  }
}

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
