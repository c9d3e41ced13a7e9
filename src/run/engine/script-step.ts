import { serviceStep } from '../../plan/built-in/step-builder.ts';
import type { PlannedStep } from '../../plan/run-plan.ts';
import { type Filled, fillText, type Template } from '../../plan/template.ts';
import type { Span } from '../../source/span.ts';
import { failingLine } from '../verdict/failing-line.ts';
import { lastLines } from '../verdict/neutralise.ts';
import type { JobState } from './job-state.ts';
import { joinPath } from './paths.ts';
import { runStepScript, type ScriptEnd } from './run-step-script.ts';
import type { Attempt, StepScene } from './step-scene.ts';
import type { WorkflowRun } from './workflow-run.ts';

/** What became of a step. */
export type StepOutcome = 'passed' | 'failed' | 'cancelled';

/** From the cancellation of a step until it is killed. */
export const defaultGraceMs = 5000;

const logLines = 40;

/** Says that a step failed, and gives the outcome. */
export type Report = (
  message: string,
  more?: {
    readonly at?: Span;
    readonly status?: number;
    readonly log?: readonly string[];
    readonly unsupported?: string;
  },
) => StepOutcome;

/** Runs a `run:` step and reads its outputs. */
export async function scriptStep(
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
  if (end.status === 0 || attempt.last || !attempt.clean) takeOutputs(run, job, step, scene);
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
