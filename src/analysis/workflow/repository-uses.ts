import type { Script } from '../../model/script.ts';
import type { Step, Workflow, WorkflowFile } from '../../model/workflow.ts';
import { type FilePath, filePath, type Span } from '../../source/span.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { isJobRunner, type StepInJob, stepsOf } from '../contract/session-pattern.ts';
import { namesOf } from '../expressions/expressions-within.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { inputAt, isInRepository, literalDefault, pathInJobDirectory, withDefaults } from './job-files.ts';

/** A file of this repository that a step needs in the job directory. */
export interface RepositoryUse extends StepInJob {
  readonly path: FilePath;
  /** Where the step names it. */
  readonly span: Span;
  /** By `job_runner` as the script to start, or by a `run` block. */
  readonly by: 'runner' | 'run';
}

/**
 * The files of this repository that steps source, run or hand to `job_runner`, by literal paths and the defaults of
 * form fields. Paths that are not known before the run, and those of files that the repository does not have, are
 * left out; so is everything when a checkout puts its files somewhere else.
 */
export function repositoryUses(file: WorkflowFile, context: AnalysisContext): readonly RepositoryUse[] {
  const { workflow } = file;
  if (workflow === undefined) return [];
  const steps = stepsOf(workflow);
  const elsewhere = ({ step }: StepInJob): boolean =>
    step.uses?.value === 'parallelworks/checkout' && valueAt(step.with, 'path') !== undefined;
  if (steps.some(elsewhere)) return [];
  const uses: RepositoryUse[] = [];
  for (const { step, job } of steps) {
    const found = isJobRunner(step)
      ? runnerScript(workflow, step)
      : inShell(workflow, step, valueAt(job.node, 'working-directory') !== undefined, context);
    const by = isJobRunner(step) ? 'runner' : 'run';
    for (const use of found) {
      if (isInRepository(context.workspace, use.path)) uses.push({ ...use, step, job, by });
    }
  }
  return uses;
}

interface Found {
  readonly path: FilePath;
  readonly span: Span;
}

/** A script that a command of a `run` block sources or runs. */
export interface ShellUse extends Found {
  readonly command: ShellCommand;
}

function runnerScript(workflow: Workflow, step: Step): readonly Found[] {
  const scalar = valueAt(step.with, 'script_path');
  if (scalar?.kind !== 'scalar' || textOf(scalar) === undefined) return [];
  const resolved = withDefaults(workflow, scalar);
  const path = resolved && pathInJobDirectory(resolved.path);
  return path === undefined ? [] : [{ path, span: scalar.span }];
}

/**
 * The files that a `run` block sources or runs, as the job directory sees them, whether the repository has them or not.
 *
 * @param movedJob whether the job says in which directory its steps run
 */
export function inShell(
  workflow: Workflow,
  step: Step,
  movedJob: boolean,
  context: AnalysisContext,
): readonly ShellUse[] {
  const script = step.run;
  if (script === undefined) return [];
  const found: ShellUse[] = [];
  const moved = movedJob || valueAt(step.node, 'working-directory') !== undefined;
  let directory: FilePath | undefined = moved ? undefined : filePath('');
  for (const command of context.ask(shellCommands, script).commands) {
    if (command.program === 'cd' || command.program === 'pushd') {
      directory = directoryAfter(workflow, script, command, directory);
      continue;
    }
    const word = scriptWord(command);
    if (word === undefined) continue;
    const written = wordText(workflow, script, word);
    const absolute = written !== undefined && /^\$\{?PW_PARENT_JOB_DIR/.test(written);
    const path = written === undefined ? undefined : pathInJobDirectory(written);
    if (path === undefined || (directory === undefined && !absolute)) continue;
    const whole = absolute || directory === '' ? path : filePath(`${directory}/${path}`);
    found.push({ path: whole, span: script.text.spanOf(word.pos, word.end), command });
  }
  return found;
}

function directoryAfter(
  workflow: Workflow,
  script: Script,
  command: ShellCommand,
  before: FilePath | undefined,
): FilePath | undefined {
  const word = command.words[0];
  const written = word && wordText(workflow, script, word);
  if (written === undefined || command.conditional) return undefined;
  if (/^\$\{?PW_PARENT_JOB_DIR[%/]*\}?\/?$/.test(written)) return filePath('');
  const path = pathInJobDirectory(written);
  if (path === undefined || before === undefined) return undefined;
  return /^\$\{?PW_PARENT_JOB_DIR/.test(written) || before === '' ? path : filePath(`${before}/${path}`);
}

/** The word that names the script which a command sources or runs. */
export function scriptWord({
  program,
  name,
  words,
}: ShellCommand): ShellCommand['words'][number] | undefined {
  if (program === 'source' || program === '.') return words[0];
  if (program === 'bash' || program === 'sh') {
    return words.find((word) => !word.text.startsWith('-') && !word.text.startsWith('+'));
  }
  return name?.text.includes('/') ? name : undefined;
}

/** A word with the defaults of form fields put in and its quotes taken off; `undefined` when it cannot be known. */
function wordText(
  workflow: Workflow,
  script: Script,
  word: { readonly pos: number; readonly end: number },
): string | undefined {
  let text = '';
  let from = word.pos;
  for (const hole of script.holes) {
    if (hole.start < word.pos || hole.end > word.end) continue;
    const { expression } = hole.site;
    const names = expression?.kind === 'path' ? namesOf(expression) : undefined;
    const value = names?.[0] === 'inputs' ? literalDefault(inputAt(workflow, names.slice(1))) : undefined;
    if (value === undefined) return undefined;
    text += script.text.text.slice(from, hole.start) + value;
    from = hole.end;
  }
  text += script.text.text.slice(from, word.end);
  return text.replace(/^(["'])(.*)\1$/s, '$2').replace(/^"([^"]*)"/, '$1');
}
