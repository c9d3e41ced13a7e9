import type { AnalysisContext } from '../../analysis/analysis.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { setNames } from '../../analysis/shell/set-names.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands, shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { Inheritance } from '../../analysis/written/destinations.ts';
import { isShell } from '../../analysis/written/destinations.ts';
import type { WrittenScript } from '../../analysis/written/written-script.ts';
import { writtenScripts } from '../../analysis/written/written-scripts.ts';
import { isConventionalVariable } from '../../facts/conventional-variables.ts';
import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import type { SyntaxNode } from '../../syntax/bash/tree.ts';
import { allNodes } from '../../syntax/bash/walk.ts';
import { givenToCommand, ownVariables } from './own-variables.analysis.ts';

/** A variable of a script that another program reads, which does not have it. */
export interface LostVariable {
  readonly name: string;
  /** Where it is read. */
  readonly at: Span;
  /** Where the script sets it. */
  readonly set: Span;
  /** Who reads it: a file's name, or the program that runs the text. */
  readonly reader: string;
  /** Why it is not there: it is not exported, or the reader gets no variables at all. */
  readonly inherits: Exclude<Inheritance, 'unknown'>;
}

/** The variables that a script sets for itself and that texts read which it writes for others, or passes on to them. */
export function lostVariables(script: Script, context: AnalysisContext): readonly LostVariable[] {
  const own = context.ask(ownVariables, script);
  if (own === undefined || own.all.size === 0) return [];
  const found: LostVariable[] = [];
  for (const written of context.ask(writtenScripts, script)) {
    const run = runOf(written, script, context);
    if (run === undefined || run.inherits === 'unknown') continue;
    for (const { name, start, end } of readIn(written.script, context)) {
      const set = (run.inherits === 'nothing' ? own.all : own.plain).get(name);
      // What is set only later is another matter.
      if (set === undefined || !run.commands.some((one) => isBefore(set, one, script))) continue;
      if (run.commands.some((command) => givenToCommand(command, name, script, written))) continue;
      found.push({
        name,
        at: written.script.text.spanOf(start, end),
        set,
        reader: run.reader,
        inherits: run.inherits,
      });
    }
  }
  return [...found, ...lostInFunctions(script, context)];
}

interface Run {
  readonly inherits: Inheritance;
  readonly reader: string;
  readonly commands: readonly ShellCommand[];
}

/** Who runs a written script; `undefined` where its writer does not, or reads it into itself. */
function runOf(written: WrittenScript, script: Script, context: AnalysisContext): Run | undefined {
  const { destination, command } = written;
  if (destination.kind === 'shell') {
    const { inherits, program } = destination;
    return { inherits, reader: program === 'ssh' ? 'the other host' : `\`${program}\``, commands: [command] };
  }
  const name = destination.name.slice(destination.name.lastIndexOf('/') + 1);
  if (!/[\w-]/.test(name) || /[$*?{]/.test(name)) return undefined;
  const runs = context.ask(shellCommands, script).commands.flatMap((one) => {
    const how = runsFile(one, name);
    return how === undefined ? [] : [{ how, command: one }];
  });
  const [first] = runs;
  if (first === undefined || runs.some(({ how }) => how !== first.how) || first.how === 'read')
    return undefined;
  return { inherits: first.how, reader: name, commands: runs.map(({ command: one }) => one) };
}

/** How a command runs a file of this name: in a process that inherits, elsewhere, or by reading it. */
function runsFile({ program, words, node }: ShellCommand, name: string): Inheritance | 'read' | undefined {
  const isFile = (text: string | undefined) => text === name || text?.endsWith(`/${name}`) === true;
  const texts = [...(node.name === undefined ? [] : [node.name]), ...node.args].map((word) =>
    word.text.replaceAll(/["']/g, ''),
  );
  if (!texts.some(isFile)) return undefined;
  if (program === 'source' || program === '.') return 'read';
  const first = words.find((word) => !/^[-+]/.test(word.text))?.text.replaceAll(/["']/g, '');
  if (isShell(program)) return isFile(first) ? 'exported' : undefined;
  if (program === 'sbatch' || program === 'srun') {
    return words.some((word) => word.text.startsWith('--export')) ? 'unknown' : 'exported';
  }
  if (program === 'qsub') return words.some((word) => /^-[Vv]/.test(word.text)) ? 'unknown' : 'nothing';
  // Behind `exec`, `nohup`, `timeout` and the like the file itself is the program.
  return program === name && texts.some((text) => isFile(text) && text.includes('/'))
    ? 'exported'
    : undefined;
}

interface ReadVariable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The variables that a script needs from its environment, each at the first place; none where it may set any. */
function readIn(script: Script, context: AnalysisContext): readonly ReadVariable[] {
  const { tree } = context.ask(parsedScript, script);
  if (readsOwnSettings(script)) return [];
  const set = new Set(setNames(tree).map(({ name }) => name));
  const found = new Map<string, ReadVariable>();
  const asked = new Set<string>();
  for (const { variable, start, end, quote } of context.ask(shellOccurrences, script)) {
    if (variable === undefined || !isOwnName(variable) || set.has(variable) || quote === 'quoted-here-doc')
      continue;
    if (isGuarded(script, start, end)) asked.add(variable);
    else if (!found.has(variable)) found.set(variable, { name: variable, start, end });
  }
  return [...found.values()].filter(({ name }) => !asked.has(name));
}

/** Whether a script reads a file that may set variables of the author's own; environments set theirs. */
function readsOwnSettings({ shell }: Script): boolean {
  if (/(^|[\s;&|({])(eval|read|mapfile)\s/m.test(shell.text)) return true;
  for (const [, name = ''] of shell.text.matchAll(/(?:^|[\s;&|({])(?:source|\.)\s+["']?(\S+)/gm)) {
    if (!/(activate|conda\.sh|mamba\.sh|modules?\.sh|lmod\.sh|bashrc|profile|setvars\.sh)["']?;?$/.test(name))
      return true;
  }
  return false;
}

/** Names that nobody but the author gives a value to. */
function isOwnName(name: string): boolean {
  if (!/^[A-Za-z_]\w*$/.test(name) || /^_+$/.test(name)) return false;
  return !isConventionalVariable(name) || /^(PORT|service_port|JOB_DIR)$/.test(name);
}

function isGuarded({ shell }: Script, start: number, end: number): boolean {
  return /^\$\{\w+(\[[^\]]*\])?:?[-=+?]/.test(shell.text.slice(start, end));
}

/** Functions that are exported and called by a new shell, which has the function and not the variables. */
function lostInFunctions(script: Script, context: AnalysisContext): readonly LostVariable[] {
  const own = context.ask(ownVariables, script);
  const { commands } = context.ask(shellCommands, script);
  const exported = commands.flatMap(({ program, words }) =>
    program === 'export' && /^-\w*f/.test(words[0]?.text ?? '')
      ? words.slice(1).map((word) => word.text)
      : [],
  );
  if (own === undefined || exported.length === 0) return [];
  const found: LostVariable[] = [];
  const { tree } = context.ask(parsedScript, script);
  for (const node of allNodes(tree)) {
    if (node.type !== 'Function' || !exported.includes(node.name.value)) continue;
    const name = node.name.value;
    const callers = commands.filter((command) => startsFunction(command, name));
    if (callers.length === 0) continue;
    for (const read of readInFunction(node, script, context)) {
      const set = own.plain.get(read.name);
      if (set === undefined || isInside(set, script.text.spanOf(node.pos, node.end))) continue;
      if (callers.some((command) => givenToCommand(command, read.name, script))) continue;
      found.push({
        name: read.name,
        at: script.text.spanOf(read.start, read.end),
        set,
        reader: `the shell that calls ${name}`,
        inherits: 'exported',
      });
    }
  }
  return found;
}

/** Whether a command starts a new shell that calls a function. */
function startsFunction({ program, words }: ShellCommand, name: string): boolean {
  const mentions = words.some((word) => new RegExp(`(^|[^\\w-])${name}($|[^\\w-])`).test(word.text));
  if (!mentions) return false;
  if (program === 'parallel') return true;
  const texts = words.map((word) => literalOf(word)?.split('/').at(-1));
  return (
    (isShell(program) || texts.some((text) => isShell(text))) &&
    words.some((word) => /^-\w*c$/.test(word.text))
  );
}

function readInFunction(
  node: Extract<SyntaxNode, { type: 'Function' }>,
  script: Script,
  context: AnalysisContext,
): readonly ReadVariable[] {
  const inside = ({ pos }: { readonly pos: number }) => node.pos <= pos && pos < node.end;
  const set = new Set(
    setNames(context.ask(parsedScript, script).tree)
      .filter(inside)
      .map(({ name }) => name),
  );
  const found = new Map<string, ReadVariable>();
  for (const { variable, start, end, quote } of context.ask(shellOccurrences, script)) {
    if (variable === undefined || !inside({ pos: start }) || set.has(variable) || found.has(variable))
      continue;
    if (!isOwnName(variable) || quote === 'quoted-here-doc' || isGuarded(script, start, end)) continue;
    found.set(variable, { name: variable, start, end });
  }
  return [...found.values()];
}

function isBefore(set: Span, { node }: ShellCommand, script: Script): boolean {
  const at = script.text.spanOf(node.pos, node.end);
  return set.file === at.file && set.start < at.start;
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}
