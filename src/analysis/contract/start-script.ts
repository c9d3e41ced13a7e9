import { scriptFile } from '../../model/read-script.ts';
import type { Script } from '../../model/script.ts';
import type { Job, Step, Workflow, WorkflowFile, Workspace } from '../../model/workflow.ts';
import type { FilePath, Span } from '../../source/span.ts';
import { pairOf, textOf, valueAt, type YamlScalar } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { jobDirectory, type PathKey } from '../shell/interpreter/state/job-path.ts';
import { pathInJobDirectory, withDefaults } from '../workflow/job-files.ts';
import { isJobRunner, stepsOf } from './session-pattern.ts';

/** How the platform runs a workflow's start script. */
export interface StartScript {
  readonly script: Script;
  /** The step that hands it to `job_runner`; absent when none does, or for a script without a workflow. */
  readonly runner:
    | {
        readonly step: Step;
        readonly job: Job;
        /** `yes`: `touch job.started` and `hostname > HOSTNAME` stand in front of the script. */
        readonly injectsMarkers: 'yes' | 'no' | 'unknown';
        /** What says so: the key, or the name of the action whose default it is. */
        readonly injectedBy: Span;
        /** Whether it may go to a compute node. */
        readonly mayBeScheduled: boolean;
      }
    | undefined;
  /** The directory it runs in; a place that is not known begins with `@?`. */
  readonly directory: PathKey;
}

/** The start script of a workflow and how it is run; `undefined` when there is none, or another tool runs it. */
export function startScript(file: WorkflowFile, context: AnalysisContext): StartScript | undefined {
  const { workflow } = file;
  const own = file.scripts.find((script) => script.role === 'start');
  if (workflow === undefined) {
    return own === undefined ? undefined : { script: own, runner: undefined, directory: jobDirectory };
  }
  const runners = stepsOf(workflow).filter(({ step }) => isJobRunner(step));
  for (const { step, job } of runners) {
    const script = scriptOf(file, workflow, step, own, context);
    if (script === undefined) continue;
    return {
      script,
      runner: {
        step,
        job,
        ...injection(step),
        mayBeScheduled: isScheduled(step),
      },
      directory: runDirectory(step),
    };
  }
  return undefined;
}

function scriptOf(
  file: WorkflowFile,
  workflow: Workflow,
  step: Step,
  own: Script | undefined,
  context: AnalysisContext,
): Script | undefined {
  const scalar = valueAt(step.with, 'script_path');
  if (scalar?.kind !== 'scalar') return undefined;
  if (textOf(valueAt(step.with, 'use_existing_script')) !== 'true') return undefined;
  const path = pathInRepository(workflow, scalar);
  if (path !== undefined) {
    const beside = file.scripts.find((script) => script.path === path);
    return beside ?? context.ask(startScriptsElsewhere, context.workspace).get(path);
  }
  return scalar.text.text.trim().endsWith('/start.sh') ? own : undefined;
}

/** Where a script lies in the repository, by the defaults of the form; `undefined` when that is not known. */
function pathInRepository(workflow: Workflow, scalar: YamlScalar): FilePath | undefined {
  const resolved = withDefaults(workflow, scalar);
  return resolved === undefined ? undefined : pathInJobDirectory(resolved.path);
}

/** The start scripts that do not lie beside their workflow, by their paths. */
function startScriptsElsewhere({ workflows, files }: Workspace): ReadonlyMap<FilePath, Script> {
  const found = new Map<FilePath, Script>();
  for (const { workflow, scripts } of workflows) {
    if (workflow === undefined) continue;
    for (const { step } of stepsOf(workflow)) {
      const scalar = isJobRunner(step) ? valueAt(step.with, 'script_path') : undefined;
      if (scalar?.kind !== 'scalar') continue;
      const path = pathInRepository(workflow, scalar);
      if (path === undefined || found.has(path) || scripts.some((one) => one.path === path)) continue;
      const content = files.read(path);
      if (content.kind === 'text') found.set(path, scriptFile({ path, text: content.text }, 'start'));
    }
  }
  return found;
}

function injection(step: Step): {
  readonly injectsMarkers: 'yes' | 'no' | 'unknown';
  readonly injectedBy: Span;
} {
  const pair = pairOf(step.with, 'inject_markers');
  const uses = step.uses?.span ?? step.node.span;
  if (pair !== undefined) {
    const text = textOf(pair.value);
    const injectsMarkers = text === 'true' ? 'yes' : text === 'false' ? 'no' : 'unknown';
    return { injectsMarkers, injectedBy: pair.span };
  }
  const version = /\/v?(\d+)\.(\d+)/.exec(step.uses?.value ?? '');
  if (version === null) return { injectsMarkers: 'unknown', injectedBy: uses };
  const major = Number(version[1]);
  // v3.5 knows no markers; v4.0 writes them unless told otherwise; of v5.0 it is not known.
  return {
    injectsMarkers: major === 4 ? 'yes' : major < 4 ? 'no' : 'unknown',
    injectedBy: uses,
  };
}

function isScheduled(step: Step): boolean {
  const text = textOf(valueAt(step.with, 'scheduler'));
  return text !== undefined && text !== 'false';
}

/** `rundir`: the job directory when it says so; the action's own default lies in a folder of its own. */
function runDirectory(step: Step): PathKey {
  const text = textOf(valueAt(step.with, 'rundir'))?.trim().replace(/\/+$/, '');
  if (text === undefined) return '@?rundir';
  if (/^(\$\{PW_PARENT_JOB_DIR%?\/?\}|\$PW_PARENT_JOB_DIR)$/.test(text)) return jobDirectory;
  const inside = /^(?:\$\{PW_PARENT_JOB_DIR%?\/?\}|\$PW_PARENT_JOB_DIR)\/([\w./-]+)$/.exec(text)?.[1];
  return inside === undefined || inside.includes('..') ? '@?rundir' : `${jobDirectory}/${inside}`;
}
