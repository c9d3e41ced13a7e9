import type { Script } from '../../model/script.ts';
import type { Step, Workflow, WorkflowFile } from '../../model/workflow.ts';
import { type FilePath, filePath, type Span } from '../../source/span.ts';
import type { Word } from '../../syntax/bash/tree.ts';
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
  /** By `job_runner` as the script to start, or by a `run` block, which runs it or only reads it. */
  readonly by: 'runner' | 'run' | 'read';
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
    if (isJobRunner(step)) {
      for (const use of runnerScript(workflow, step)) {
        if (isInRepository(context.workspace, use.path)) uses.push({ ...use, step, job, by: 'runner' });
      }
      continue;
    }
    const moved = valueAt(job.node, 'working-directory') !== undefined;
    for (const { path, span, isRead, command } of inShell(workflow, step, moved, context)) {
      if (isRead && command.conditional) continue;
      // a name by itself may be that of any file
      if (!isInRepository(context.workspace, path) || (isRead && !path.includes('/'))) continue;
      uses.push({ path, span, step, job, by: isRead ? 'read' : 'run' });
    }
  }
  return uses;
}

interface Found {
  readonly path: FilePath;
  readonly span: Span;
}

/** A file that a command of a `run` block sources, runs, or takes as it is. */
export interface ShellUse extends Found {
  readonly command: ShellCommand;
  readonly word: Word;
  /** Whether the file is read or copied, and not run: a step may then have made it. */
  readonly isRead: boolean;
}

function runnerScript(workflow: Workflow, step: Step): readonly Found[] {
  const scalar = valueAt(step.with, 'script_path');
  if (scalar?.kind !== 'scalar' || textOf(scalar) === undefined) return [];
  const resolved = withDefaults(workflow, scalar);
  const path = resolved && pathInJobDirectory(resolved.path);
  return path === undefined ? [] : [{ path, span: scalar.span }];
}

/**
 * The files that a `run` block sources, runs, or reads, as the job directory sees them, whether the repository has
 * them or not.
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
    const run = scriptWord(command);
    for (const word of run === undefined ? wordsRead(command, script) : [run]) {
      const written = wordText(workflow, script, word);
      const absolute = written !== undefined && /^\$\{?PW_PARENT_JOB_DIR/.test(written);
      const path = written === undefined ? undefined : pathInJobDirectory(written);
      if (path === undefined || (directory === undefined && !absolute)) continue;
      const whole = absolute || directory === '' ? path : filePath(`${directory}/${path}`);
      const span = script.text.spanOf(word.pos, word.end);
      found.push({ path: whole, span, command, word, isRead: run === undefined });
    }
  }
  return found;
}

/** The folders below the job directory into which a script goes by itself, with the words that name them. */
export function foldersEntered(
  workflow: Workflow,
  script: Script,
  startsIn: FilePath | undefined,
  context: AnalysisContext,
): readonly (Found & { readonly word: Word })[] {
  const found: (Found & { readonly word: Word })[] = [];
  let directory = startsIn;
  for (const command of context.ask(shellCommands, script).commands) {
    const [word] = command.words;
    if (command.program !== 'cd' || word === undefined) continue;
    directory = directoryAfter(workflow, script, command, directory);
    if (directory === undefined || command.inCondition) continue;
    found.push({ path: directory, span: script.text.spanOf(word.pos, word.end), word });
  }
  return found;
}

/** The words of a command that name files which it must find: those that it prints or copies, with nothing for the case that they are missing. */
function wordsRead(command: ShellCommand, script: Script): readonly Word[] {
  const { program, words, redirections, inCondition, captured, node } = command;
  if (inCondition || captured || command.pipedTo.length > 0) return [];
  const isQuiet = redirections.some((one) => one.type === 'Redirect' && one.descriptor !== undefined);
  if (isQuiet || /^[^\n;&]*\|\|/.test(script.shell.text.slice(node.end))) return [];
  const operands = words.filter(({ text }) => !text.startsWith('-') && !/[*?]/.test(text));
  switch (program) {
    case 'cat':
      return operands;
    case 'cp':
    case 'mv':
      return words.some(({ text }) => /^-\w*t|^--target/.test(text)) ? [] : operands.slice(0, -1);
    case 'python':
    case 'python3':
      return words[0] === operands[0] ? operands.slice(0, 1) : [];
    default:
      return [];
  }
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
