import { scriptFile } from '../model/read-script.ts';
import { directoryOf, pathIn } from '../model/read-workflow.ts';
import { isBlock, type Script } from '../model/script.ts';
import type { WorkflowFile, Workspace } from '../model/workflow.ts';
import type { RepositoryFiles } from '../ports/repository-files.ts';
import { type FilePath, filePath } from '../source/span.ts';
import { textOf, valueAt } from '../syntax/yaml/tree.ts';

/** Where a command may begin, inside the quotes of a remote shell as well. */
const begins = String.raw`(?:^|[;&|({"'\x60]|\b(?:then|do|else|if|while|until)\s|!\s)[ \t]*`;

/** `source FILE` and `. FILE` where a command may begin; the file's name is literal but for leading variables. */
const sourcing = /(?:^|[;&|({]|\b(?:then|do|else)\s)[ \t]*(?:source|\.)[ \t]+["']?([^\s"'`;&|()<>]+)/gm;

/** Programs that start the script behind them, their options, and assignments in front. */
const starter = String.raw`(?:nohup|setsid|exec|time|sudo|env|command|timeout|nice|srun|sbatch|qsub|(?:\/usr)?(?:\/bin\/)?(?:ba|da|k|z)?sh|\w+=[^\s"']*|-[\w-]+(?:=[^\s"']*)?|\d\w*)`;
const scriptName = String.raw`[^\s"'\x60;&|()<>=]+\.(?:sh|bash|sbatch|slurm|pbs)`;

/** A script that is started by its name, or handed to a shell or a scheduler. */
const starting = new RegExp(
  `${begins}(?:(?:${starter}[ \\t]+)+|(?=[^\\s]*/))["']?(${scriptName})(?![\\w.-])`,
  'gm',
);

/** A script that a shell reads from its input, here or on another host. */
const reading = new RegExp(`\\b(?:ba)?sh\\b[^\\n<;&|]*<[ \\t]*["']?(${scriptName})(?![\\w.-])`, 'g');

/** How many files one workflow's scripts may lead to. */
const mostFiles = 50;

/** A shell script of the repository that a workflow's scripts lead to, and the workflow. */
export interface ReachedScript {
  readonly script: Script;
  readonly file: WorkflowFile;
}

/** Every shell script of the repository that the scripts of a workflow source or start, and what those do, each once. */
export function reachedScripts(workspace: Workspace): readonly ReachedScript[] {
  const found = new Map<FilePath, ReachedScript>();
  const byName = pathsByName(workspace.files);
  for (const file of workspace.workflows) {
    for (const script of reachedBy(file, workspace.files, found, byName)) {
      found.set(script.path, { script, file });
    }
  }
  return [...found.values()];
}

/**
 * The shell scripts of the repository that the scripts of a workflow source or start, and what those do.
 *
 * @param known files that are not looked at again
 * @param byName the paths of the repository by the last part of their names
 */
export function reachedBy(
  file: WorkflowFile,
  files: RepositoryFiles,
  known: { has(path: FilePath): boolean } = new Set(),
  byName: (name: string) => readonly FilePath[] = pathsByName(files),
): readonly Script[] {
  const found = new Map<FilePath, Script>();
  const open: Script[] = [...file.scripts, ...(file.workflow?.scripts ?? [])];
  const add = (path: FilePath, role: 'sourced' | 'started'): void => {
    if (known.has(path) || file.scripts.some((one) => one.path === path)) return;
    const before = found.get(path);
    if (before !== undefined && (before.role === role || role === 'started')) return;
    if (before === undefined && found.size >= mostFiles) return;
    const content = files.read(path);
    if (content.kind !== 'text') return;
    const script = scriptFile({ path, text: content.text }, role);
    found.set(path, script);
    if (before === undefined) open.push(script);
  };
  const started = (name: string, beside: readonly FilePath[]): void => {
    const path = placeOf(name, beside, files) ?? onlyPath(name, byName);
    if (path !== undefined) add(path, 'started');
  };
  for (const name of namesGivenToRunners(file)) started(name, [file.directory]);
  for (let script = open.pop(); script !== undefined; script = open.pop()) {
    const beside = isBlock(script) ? [file.directory] : [file.directory, directoryOf(script.path)];
    const { text } = script.shell;
    for (const [, name = ''] of text.matchAll(sourcing)) {
      const path = placeOf(name, beside, files);
      if (path !== undefined) add(path, 'sourced');
    }
    for (const pattern of [starting, reading]) {
      for (const [, name = ''] of text.matchAll(pattern)) started(name, beside);
    }
  }
  return [...found.values()];
}

/** What a name leads to. A job's directory mirrors the repository; beside the script is where a plain name may also lead. */
function placeOf(name: string, beside: readonly FilePath[], files: RepositoryFiles): FilePath | undefined {
  const tail = literalTail(name);
  if (tail === undefined) return undefined;
  const places = [filePath(tail), ...beside.map((folder) => pathIn(folder, tail))];
  return places.find((place) => files.kindOf(place) === 'file');
}

/** The one file of the repository whose path ends so: scripts are checked out into folders of many names. */
function onlyPath(name: string, byName: (name: string) => readonly FilePath[]): FilePath | undefined {
  const tail = literalTail(name);
  if (tail === undefined) return undefined;
  const paths = byName(tail.slice(tail.lastIndexOf('/') + 1)).filter((path) => path.endsWith(`/${tail}`));
  return paths.length === 1 ? paths[0] : undefined;
}

/** A path without the variables and expressions in front; `undefined` when nothing literal is left. */
function literalTail(name: string): string | undefined {
  const tail = name.replace(/^.*[})$][^/]*\//, '').replace(/^(\.\/)+/, '');
  return tail === '' || /[$*?{}~]|^\/|(^|\/)\.\.(\/|$)/.test(tail) ? undefined : tail;
}

/** The scripts that steps hand to `job_runner` and its like. */
function namesGivenToRunners({ workflow }: WorkflowFile): readonly string[] {
  const steps = workflow?.jobs.flatMap((job) => job.steps) ?? [];
  return steps.flatMap((step) => textOf(valueAt(step.with, 'script_path'))?.trim() ?? []);
}

function pathsByName(files: RepositoryFiles): (name: string) => readonly FilePath[] {
  let byName: Map<string, FilePath[]> | undefined;
  return (name) => {
    if (byName === undefined) {
      byName = new Map();
      for (const path of files.paths) {
        const last = path.slice(path.lastIndexOf('/') + 1);
        const known = byName.get(last);
        if (known === undefined) byName.set(last, [path]);
        else known.push(path);
      }
    }
    return byName.get(name) ?? [];
  };
}
