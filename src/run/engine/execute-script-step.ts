import { type Filled, fillText, type Template } from '../../plan/template.ts';
import { failingLine } from '../verdict/failing-line.ts';
import { lastLines } from '../verdict/neutralise.ts';
import { executeScript, type ScriptEnd } from './execute-script.ts';
import { joinPath } from './paths.ts';
import type { FailureDetails, StepAttempt, StepOutcome } from './step-attempt.ts';
import { placeInTemplate, readInVain, unwrittenOutput } from './unwritten-outputs.ts';

/** From the cancellation of a step until it is killed. */
export const defaultGraceMs = 5000;

const logLines = 40;

/** Executes a `run:` step and reads its outputs. */
export async function executeScriptStep(
  attempt: StepAttempt,
  action: { readonly script: Template; readonly shell: string },
): Promise<StepOutcome> {
  const { execution, step, missing } = attempt;
  const known = missing.length;
  const filled = fillText(action.script, attempt.contexts);
  const absent = unwrittenOutput(missing.slice(known));
  if (absent !== undefined)
    return attempt.fail(readInVain(step.name, absent), { at: placeInTemplate(action.script, absent) });
  const end = await executeScript(execution.world, {
    filled,
    shell: action.shell,
    cwd: attempt.cwd,
    env: attempt.env,
    logs: attempt.logs,
    name: 'script-unstable.sh',
    signal: attempt.signal,
    graceMs: execution.signal.aborted ? execution.world.plan.limits.stopMs : defaultGraceMs,
  });
  if (end.status === 0 || attempt.last || !attempt.clean) takeOutputs(attempt);
  if (step.service !== undefined) noteServiceEnd(attempt, end);
  if (attempt.timeout.aborted && end.stopped)
    return attempt.fail(`step "${step.name}" did not end in time`, { status: end.status });
  if (end.stopped) return 'cancelled';
  if (end.status === 0) return 'passed';
  return attempt.fail(`step "${step.name}" failed with status ${end.status}`, {
    ...detailsOf(attempt, filled, end),
    ...scriptStatus(attempt),
  });
}

/** Notes how the service's script ended, also when the step around it was stopped in the same moment. */
function noteServiceEnd({ execution, job }: StepAttempt, end: ScriptEnd): void {
  const { service } = execution;
  const written = job.outputs['exit_code'];
  const batch = job.outputs['jobid'] !== undefined;
  const status = written !== undefined ? Number(written) : end.stopped || batch ? undefined : end.status;
  if (service === undefined || service.ended !== undefined || (status === undefined && end.stopped)) return;
  service.ended = { status, atMs: execution.world.elapsed() };
  execution.sinks.serviceEnded(service);
}

/** The status of the script itself, where the step that submitted it has another one of its own. */
function scriptStatus({ job, step }: StepAttempt): { readonly status?: number } {
  const written = job.outputs['exit_code'];
  return step.service !== undefined && written !== undefined ? { status: Number(written) } : {};
}

function detailsOf({ execution, step }: StepAttempt, filled: Filled, end: ScriptEnd): FailureDetails {
  const output = execution.world.ports.files.readEnd(end.output, 16_384) ?? '';
  const place = failingLine(execution.world, { script: end.script, status: end.status, output });
  // the text of an emulated action stands in no file of the author
  const inBlock =
    place !== undefined && place.file === end.script && filled.spanOfLine(1).file === step.at.file;
  return {
    status: end.status,
    log: lastLines(output, logLines),
    at: place?.span ?? (inBlock ? filled.spanOfLine(place.line) : step.at),
  };
}

/** Reads what the step wrote to `$OUTPUTS`. */
function takeOutputs({ execution, job, step, logs }: StepAttempt): void {
  const text = execution.world.ports.files.read(joinPath(logs, 'outputs'), 1_000_000) ?? '';
  const outputs: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const match = /^([A-Za-z0-9_.-]+)=(.*?)\r?$/.exec(line);
    if (match?.[1] !== undefined) outputs[match[1]] = match[2] ?? '';
  }
  Object.assign(job.outputs, outputs);
  if (step.id !== undefined) job.stepOutputs[step.id] = outputs;
}
