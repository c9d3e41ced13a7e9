import { escapePattern } from '../../base/escape-pattern.ts';
import { scriptFile } from '../../model/read-script.ts';
import { pathIn } from '../../model/read-workflow.ts';
import type { Script } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import { type FilePath, filePath } from '../../source/span.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { coordination } from '../contract/coordination.ts';
import { ownerOf, workflowFileOf } from '../contract/owner.ts';
import { stepsOf } from '../contract/session-pattern.ts';
import { maySetAnything } from '../shell/foreign-variables.ts';
import { givenEnvironment } from '../shell/given-environment.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { destinationsOf } from '../written/destinations.ts';
import { printedText } from '../written/printed-text.ts';
import { assembled } from '../written/text-pieces.ts';
import { writtenScripts } from '../written/written-scripts.ts';
import { assignmentsOf } from './assignments.ts';

/** A file of settings that a script sources, and what it sets. */
export interface SettingsFile {
  /** As the script names it, without its folders. */
  readonly name: string;
  readonly sets: ReadonlySet<string>;
  /** Whether the platform writes it from the form, and not the author. */
  readonly ofForm: boolean;
  /** Whether a step writes it anew, so that nothing is left in it of what the platform may have written. */
  readonly anew: boolean;
}

/** Where the variables of a script may come from, beside itself. */
export interface VariableSources {
  /** Whether there is a source whose names are not known: then nothing may be said about a variable. */
  readonly open: boolean;
  /** Whether such a source is nothing but an environment of programs: it sets no variables that are named after fields. */
  readonly onlyPrograms: boolean;
  /** What `env` gives it. */
  readonly given: ReadonlySet<string>;
  readonly files: readonly SettingsFile[];
}

const sourcing = /(^|[\s;&|({])(?:source|\.)[ \t]+["']?([^\s"'`;&|()<>]+)["']?/gm;

/** Sourced files are followed this deep. */
const deepest = 4;

/** The sources of a script's variables: its environment, the files that it sources, and whether these are all. */
export function variableSources(script: Script, context: AnalysisContext): VariableSources {
  const files: SettingsFile[] = [];
  const file = ownerOf(script, context);
  const isForeign = isStartedByOthers(script, file, context);
  const read = isForeign ? 'open' : readFiles(script, file, context, files, 0);
  return {
    open: read !== 'closed',
    onlyPrograms: read === 'programs',
    given: new Set(context.ask(givenEnvironment, script).keys()),
    files,
  };
}

/** Whether something that is not known starts the script, which may hand variables over. */
function isStartedByOthers(
  script: Script,
  file: WorkflowFile | undefined,
  context: AnalysisContext,
): boolean {
  switch (script.role) {
    case 'run':
    case 'cleanup':
      return mayPasteCommands(script) || !givesNames(script, file);
    case 'start':
      return (
        context.ask(coordination, script)?.start?.runner === undefined ||
        isNamedBy(script, file?.workflow?.scripts ?? [])
      );
    case 'lone':
      // a part of a script has no first line of its own
      return !/^#!.*\b(ba)?sh\b/.test(script.text.text) || isNamedInRepository(script, context);
    case 'written':
      return !isHandedToRunner(script, context);
    default:
      return true;
  }
}

/** Whether a step writes the whole script into a file that a runner is told to start, which gives it nothing of its own. */
function isHandedToRunner(script: Script, context: AnalysisContext): boolean {
  const workflow = workflowFileOf(script, context)?.workflow;
  if (workflow === undefined || !/^#!.*\b(ba)?sh\b/.test(script.text.text)) return false;
  const written = workflow.scripts
    .flatMap((one) => context.ask(writtenScripts, one))
    .find((one) => one.script === script);
  if (written === undefined || !written.whole || written.destination.kind !== 'file') return false;
  const { name } = written.destination;
  const file = name.slice(name.lastIndexOf('/') + 1);
  return stepsOf(workflow).some(({ step }) =>
    textOf(valueAt(step.with, 'script_path'))?.endsWith(`/${file}`),
  );
}

/** Whether an expression stands where a command begins: what is pasted there may set anything. */
function mayPasteCommands({ shell: { text }, holes }: Script): boolean {
  return holes.some(({ start }) => /(^|[\n;&|({])[ \t]*$/.test(text.slice(Math.max(0, start - 80), start)));
}

/** Whether every `env` around a block is written out: an expression in its place may give any names. */
function givesNames(script: Script, file: WorkflowFile | undefined): boolean {
  const job = file?.workflow?.jobs.find((one) => one.id.value === script.job);
  const step = job?.steps[script.stepIndex ?? -1];
  return [file?.tree, job?.node, step?.node].every((part) => {
    const node = valueAt(part, 'env');
    return node === undefined || node.kind === 'map';
  });
}

function isNamedBy(script: Script, others: readonly Script[]): boolean {
  const name = script.path.slice(script.path.lastIndexOf('/') + 1);
  return others.some((one) => one.text.text.includes(name));
}

function isNamedInRepository(script: Script, context: AnalysisContext): boolean {
  const name = script.path.slice(script.path.lastIndexOf('/') + 1);
  return textsBeside(script, context).some((text) => text.includes(name));
}

const loading = /(^|[\s;&|({])(module|ml|spack)\s+\w/gm;

/** Reads what a script sources; `open` when something in it may set any variable, `programs` when it only loads programs. */
function readFiles(
  script: Script,
  file: WorkflowFile | undefined,
  context: AnalysisContext,
  found: SettingsFile[],
  depth: number,
): 'closed' | 'programs' | 'open' {
  let rest = script.shell.text;
  if (depth > deepest) return 'open';
  for (const [whole, , path = ''] of script.shell.text.matchAll(sourcing)) {
    const known = settingsOf(path, script, file, context, found, depth);
    if (known === undefined) return 'open';
    found.push(known);
    rest = rest.replace(whole, '');
  }
  if (!maySetAnything(rest)) return 'closed';
  return maySetAnything(rest.replace(loading, '$1')) ? 'open' : 'programs';
}

/** What a sourced file sets; `undefined` where that is not known. */
function settingsOf(
  path: string,
  script: Script,
  file: WorkflowFile | undefined,
  context: AnalysisContext,
  found: SettingsFile[],
  depth: number,
): SettingsFile | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const own = repositoryFile(path, script, file, context);
  if (own !== undefined) {
    const { tree } = context.ask(parsedScript, own);
    if (readFiles(own, file, context, found, depth + 1) !== 'closed') return undefined;
    return { name, sets: new Set(context.ask(assignmentsOf, tree).keys()), ofForm: false, anew: false };
  }
  const workflow = file?.workflow;
  if (workflow === undefined || !/\.(sh|env)$/.test(name)) return undefined;
  const written = writtenKeys(name, file?.workflow?.scripts ?? [], context);
  if (written === 'unknown') return undefined;
  if (written !== undefined) {
    const opener = new RegExp(`(?<!>)>\\s*["']?[^\\s"'>|]*${escapePattern(name)}`);
    const anew = workflow.scripts.some(({ shell }) => opener.test(shell.text));
    return { name, sets: written, ofForm: false, anew };
  }
  if (!/^inputs\.(sh|env)$/.test(name)) return undefined;
  const fields = workflow.form.all.flatMap(({ path: one, reference }) => [
    one.join('_'),
    reference.join('_'),
  ]);
  return { name, sets: new Set(fields), ofForm: true, anew: false };
}

function repositoryFile(
  path: string,
  script: Script,
  file: WorkflowFile | undefined,
  { workspace: { files } }: AnalysisContext,
): Script | undefined {
  const tail = path.replace(/^.*[})$][^/]*\//, '').replace(/^(\.\/)+/, '');
  if (tail === '' || /[$*?{}~]|^\/|(^|\/)\.\.(\/|$)/.test(tail)) return undefined;
  const folder = script.path.includes('/') ? script.path.slice(0, script.path.lastIndexOf('/')) : '';
  const places = [filePath(tail), pathIn(filePath(folder), tail)];
  if (file !== undefined) places.push(pathIn(file.directory, tail));
  for (const place of places) {
    const content = files.kindOf(place) === 'file' ? files.read(place) : undefined;
    if (content?.kind === 'text') return scriptFile({ path: place, text: content.text }, 'sourced');
  }
  return undefined;
}

/**
 * The variables that the steps of a workflow write into a file of this name; `undefined` when none writes one,
 * `unknown` when one writes lines that are not written out.
 */
function writtenKeys(
  name: string,
  scripts: readonly Script[],
  context: AnalysisContext,
): ReadonlySet<string> | 'unknown' | undefined {
  let keys: Set<string> | undefined;
  for (const script of scripts) {
    const mentions = script.shell.text.split(name).length - 1;
    if (mentions === 0) continue;
    let followed = 0;
    for (const command of context.ask(shellCommands, script).commands) {
      if (/^(source|\.|cat|\[|test|ls|scp|rsync|rm|chmod|head|tail|wc|grep)$/.test(command.program ?? ''))
        followed += command.words.filter((word) => word.text.includes(name)).length;
      if (command.program === 'cat' && command.words.length > 0) continue;
      for (const destination of destinationsOf(command, script, context)) {
        if (destination.kind !== 'file' || !destination.name.endsWith(name)) continue;
        const printed = printedText(command, script, context);
        if (printed.open) return 'unknown';
        const { text } = assembled(printed.pieces, script).shell;
        if (/^[ \t]*(?!#)[^\s=]+[ \t\r]*$/m.test(text) || /^[ \t]*\$/m.test(text)) return 'unknown';
        keys ??= new Set();
        for (const [, key = ''] of text.matchAll(
          /^[ \t]*(?:export\s+|declare\s+(?:-\w+\s+)*)?([A-Za-z_]\w*)=/gm,
        ))
          keys.add(key);
      }
    }
    const written = script.shell.text.match(
      new RegExp(`>\\s*["']?[^\\s"']*${name.replace('.', '\\.')}`, 'g'),
    );
    followed += written?.length ?? 0;
    if (mentions > followed) return 'unknown';
  }
  return keys;
}

/** How much text of a repository is looked through for a name. */
const mostText = 4_000_000;
const readable =
  /\.(sh|bash|ya?ml|env|py|md|txt|cfg|conf|ini|json|tmpl|template|j2|sbatch|pbs|slurm|def|R|jl)$|(^|\/)[^.]+$/;

/** The texts of the repository beside a script. */
function textsBeside(script: Script, context: AnalysisContext): readonly string[] {
  return context
    .ask(repositoryTexts, context.workspace)
    .filter(({ path }) => path !== script.path)
    .map(({ text }) => text);
}

function repositoryTexts(workspace: AnalysisContext['workspace']): readonly {
  readonly path: FilePath;
  readonly text: string;
}[] {
  const texts: { readonly path: FilePath; readonly text: string }[] = [];
  let length = 0;
  for (const path of workspace.files.paths) {
    if (!readable.test(path)) continue;
    const content = workspace.files.read(path);
    if (content.kind !== 'text') continue;
    length += content.text.length;
    if (length > mostText) break;
    texts.push({ path, text: content.text });
  }
  return texts;
}

/**
 * Whether a name stands anywhere in the repository other than as a variable that is read: somebody may set it there, or
 * tell users to. With `beside`, that script itself is left out.
 */
export function isNamedAnywhere(name: string, context: AnalysisContext, beside?: Script): boolean {
  const bare = new RegExp(`(?<![\\w$]|\\$\\{[#!]?)${escapePattern(name)}(?!\\w)`);
  return context
    .ask(repositoryTexts, context.workspace)
    .some(({ path, text }) => path !== beside?.path && text.includes(name) && bare.test(text));
}
