import { isBlock, type Script, stretchAt } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { namesOf } from '../expressions/expressions-within.ts';
import { interpret, type ScriptBehaviour } from '../shell/interpreter/interpret.ts';
import type { PastedExpression } from '../shell/interpreter/machine.ts';
import { jobDirectory, type PathKey } from '../shell/interpreter/state/job-path.ts';
import type { FileFact } from '../shell/interpreter/state/state.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import { inputAt, literalDefault } from '../workflow/job-files.ts';
import { coordinationFiles, type JobWorld, jobWorld } from './job-world.ts';
import { ownerOf } from './owner.ts';
import { type StartScript, startScript } from './start-script.ts';

/** What a script does, run where and as the platform runs it. */
export function scriptBehaviour(script: Script, context: AnalysisContext): ScriptBehaviour {
  const { files } = context.workspace;
  const file = ownerOf(script, context);
  const start = file === undefined ? undefined : context.ask(startScript, file);
  const alone = script.role === 'lone' && /(^|\/)start\.sh$/.test(script.path);
  if (script.role === 'start' || start?.script === script || alone)
    return startBehaviour(script, start, context);
  const world: JobWorld = {
    files,
    cwd: directoryOf(script, file),
    volatile: 'all',
    expressionAt: (text, begin) => pasted(script, file, text === script.shell ? begin : undefined),
  };
  return interpret(context.ask(parsedScript, script), jobWorld(world));
}

/** What a start script does behind the lines that `job_runner` puts in front of it. */
function startBehaviour(
  script: Script,
  start: StartScript | undefined,
  context: AnalysisContext,
): ScriptBehaviour {
  const directory = start?.directory ?? jobDirectory;
  const initial = new Map<PathKey, FileFact>();
  const injects = start?.runner?.injectsMarkers ?? 'unknown';
  const injected: FileFact = {
    presence: injects === 'yes' ? 'yes' : injects === 'no' ? 'no' : 'maybe',
    since: 0,
  };
  const absent: FileFact = { presence: 'no', since: 0 };
  for (const key of Object.values(coordinationFiles)) initial.set(key, absent);
  const name = (key: PathKey) => key.slice(jobDirectory.length);
  initial.set(directory + name(coordinationFiles.started), injected);
  initial.set(directory + name(coordinationFiles.hostname), injected);
  return interpret(
    context.ask(parsedScript, script),
    jobWorld({
      files: context.workspace.files,
      cwd: directory,
      initial,
      source: [{ id: 0, origin: { kind: 'job-directory' }, nonEmpty: true }, '/run.sh'],
    }),
  );
}

/** Where a script runs, as far as it is known. */
function directoryOf(script: Script, file: WorkflowFile | undefined): PathKey {
  if (script.role === 'written') return '@?script';
  if (isBlock(script)) return blockDirectory(file, script);
  return script.role === 'lone' ? jobDirectory : '@?script';
}

function blockDirectory(file: WorkflowFile | undefined, script: Script): PathKey {
  const job = file?.workflow?.jobs.find((one) => one.id.value === script.job);
  const step = job?.steps[script.stepIndex ?? -1];
  const written = valueAt(step?.node, 'working-directory') ?? valueAt(job?.node, 'working-directory');
  if (written === undefined) return jobDirectory;
  const text = textOf(written)?.replace(/\/+$/, '');
  if (text !== undefined && /^(\$\{PW_PARENT_JOB_DIR%?\/?\}|\$PW_PARENT_JOB_DIR|\.)$/.test(text))
    return jobDirectory;
  return '@?working-directory';
}

function pasted(
  script: Script,
  file: WorkflowFile | undefined,
  start: number | undefined,
): PastedExpression | undefined {
  if (start === undefined) return undefined;
  const hole = stretchAt(script.holes, start) ?? stretchAt(script.holes, start - 1);
  if (hole === undefined) {
    const given = script.filled ?? [];
    const filled = stretchAt(given, start) ?? stretchAt(given, start - 1);
    return filled && { text: script.text.text.slice(filled.start, filled.end) };
  }
  const { expression } = hole.site;
  const names = expression?.kind === 'path' ? namesOf(expression) : undefined;
  const text = hole.site.text.text.trim();
  const workflow = file?.workflow;
  if (workflow === undefined || names?.[0] !== 'inputs') return { text };
  const input = inputAt(workflow, names.slice(1));
  // What the form hides keeps its default.
  const hidden = textOf(valueAt(input?.node, 'hidden')) === 'true';
  const ignored = valueAt(input?.node, 'ignore') !== undefined;
  return hidden && !ignored ? { text, value: literalDefault(input) } : { text };
}
