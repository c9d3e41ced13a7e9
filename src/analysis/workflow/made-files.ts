import type { Job, Step, Workflow } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { literalOf } from '../shell/shell-words.ts';
import { writtenFiles } from '../written/written-files.ts';
import { stepHost } from './step-host.ts';

/** A step and its job. */
export interface StepPlace {
  readonly step: Step;
  readonly job: Job;
}

/** Whether two steps certainly run on the same machine. */
export function isSameHost(one: StepPlace, other: StepPlace, workflow: Workflow): boolean {
  const [left, right] = [stepHost(one.step, one.job, workflow), stepHost(other.step, other.job, workflow)];
  if (left.kind === 'unknown' || right.kind === 'unknown') return false;
  return left.kind === 'resource' && right.kind === 'resource'
    ? left.reference === right.reference
    : left.kind === right.kind;
}

/** Whether a step runs in another directory than that of the run. */
export function isMoved(step: Step, job: Job): boolean {
  return [step.node, job.node].some((node) => {
    const directory = valueAt(node, 'working-directory');
    return directory !== undefined && !/^\$\{?PW_PARENT_JOB_DIR\}?\/?$/.test(textOf(directory) ?? '');
  });
}

/** A file of the run's directory as all steps name it: without quotes, the directory, and `./`. */
export function nameInRunDirectory(text: string): string {
  return text
    .replaceAll(/["']/g, '')
    .replace(/^(?:\.|\$PW_PARENT_JOB_DIR|\$\{PW_PARENT_JOB_DIR%?\/?\})\//, '');
}

/** The files that a step writes in the directory of the run, those under a variable of the platform in their name included. */
export function filesMade(step: Step, context: AnalysisContext): readonly string[] {
  if (step.run === undefined) return [];
  const { commands } = context.ask(shellCommands, step.run);
  if (commands.some(({ program }) => program === 'cd' || program === 'pushd')) return [];
  return writtenFiles(step.run, context)
    .flatMap(({ destination }) => (destination.kind === 'file' ? [nameInRunDirectory(destination.name)] : []))
    .filter((name) => /^(?:[\w.-]|\$\{?PW_\w+\}?)+$/.test(name));
}

/** The folders that a step certainly makes in the directory of the run. */
export function foldersMade(step: Step, context: AnalysisContext): readonly string[] {
  if (step.run === undefined) return [];
  const names: string[] = [];
  for (const { program, words, conditional } of context.ask(shellCommands, step.run).commands) {
    if (program === 'cd' || program === 'pushd') break;
    if (conditional) continue;
    const texts = words.map((word) => literalOf(word) ?? '');
    if (program === 'git' && texts[0] === 'clone') names.push(clonedInto(texts));
    if (program === 'mkdir') names.push(...texts.filter((text) => !text.startsWith('-')));
  }
  return names.filter((name) => /^[\w-][\w.-]*$/.test(name));
}

function clonedInto(texts: readonly string[]): string {
  const index = texts.findIndex((text) => /^(https?|ssh|git):\/\/|^git@/.test(text));
  const next = texts[index + 1];
  if (index === -1) return '';
  return next !== undefined && !next.startsWith('-')
    ? next
    : (texts[index]
        ?.replace(/\.git$/, '')
        .split('/')
        .at(-1) ?? '');
}
