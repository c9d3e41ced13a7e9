import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import type { HereDoc, PipelineNode, Word } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { isOutputsFile, misspeltOutputsVariable, outputTargets, programOf } from '../shell/command-output.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { literalOf, textWith } from '../shell/shell-words.ts';
import { isSystemFile } from '../shell/system-files.ts';
import { isSurelyScript, launchedScript, repositoryScript } from './launched-scripts.ts';

/** Where an output is written. */
export interface WrittenOutput {
  readonly key: string;
  readonly span: Span;
  /** Written by an action, without a line of the author's. */
  readonly byAction?: true;
  /** The key as it is written, when a pipeline changes it on its way to the file. */
  readonly changedFrom?: string;
  /** The value, when it is written out as well. */
  readonly value?: string | undefined;
}

/** The outputs that a script writes to `$OUTPUTS`. */
export interface WrittenOutputs {
  readonly written: readonly WrittenOutput[];
  /** Why there may be more: something that cannot be followed; `undefined` when these are all. */
  readonly opaque: string | undefined;
  /** Keys of lines that are meant as outputs and are none: "KEY: value", "KEY = value", or another file. */
  readonly missed: readonly string[];
}

/** Sourced files are followed this deep. */
const deepestSource = 4;

/** The outputs of a script, with those of the scripts of the repository that it sources or runs. */
export function writtenOutputs(script: Script, context: AnalysisContext): WrittenOutputs {
  return follow(script, context, 0);
}

function follow(script: Script, context: AnalysisContext, depth: number): WrittenOutputs {
  const written: WrittenOutput[] = [];
  const missed: string[] = [];
  let opaque: string | undefined;
  const followed = new Set<number>();
  const { commands } = context.ask(shellCommands, script);
  const behindPipes = new Set<unknown>(commands.flatMap((command) => command.pipedTo));
  for (const command of commands) {
    const targets = outputTargets(command).filter(
      (target) => target.kind === 'file' && isOutputsFile(target.name),
    );
    missed.push(...missedKeys(command, targets.length > 0));
    for (const target of targets) if (target.kind === 'file') followed.add(target.name.pos);
    // What reads from a pipe is looked at together with what writes to it.
    if (targets.length > 0 && !behindPipes.has(command.node)) {
      const keys = keysOf(command, script);
      if (keys === undefined) opaque ??= 'a command writes outputs whose names are not written out';
      else written.push(...keys);
    }
    for (const word of testsOf(command)) followed.add(word.pos);
    const other = otherScript(command, script, context, depth);
    if (other === 'unknown') opaque ??= 'a script is run that is not in the repository';
    else if (other !== undefined) {
      written.push(...other.written);
      missed.push(...other.missed);
      opaque ??= other.opaque;
    }
  }
  const unread = script.holes.some((hole) => hole.site.expression === undefined);
  if (unread || context.ask(parsedScript, script).faults.length > 0)
    opaque ??= 'the script has a fault of syntax';
  if (mentions(script.shell.text) > followed.size)
    opaque ??= '$OUTPUTS is used in a way that cannot be followed';
  return { written, opaque, missed };
}

/** How often a text names the file of outputs, whole-line comments left out. */
function mentions(text: string): number {
  if (!text.includes('OUTPUTS')) return 0;
  const code = text.replaceAll(/^[ \t]*#.*$/gm, '');
  return code.match(/\bOUTPUTS\b/g)?.length ?? 0;
}

/** The words with which `[ … ]` only asks whether there is such a file. */
function testsOf({ program, words }: ShellCommand): readonly Word[] {
  return program === '[' || program === 'test' ? words.filter((word) => mentions(word.text) === 1) : [];
}

const expansion = '\u0001';

/** The keys of the lines that a command prints to the file; `undefined` when a line's key is not written out. */
function keysOf(command: ShellCommand, script: Script): readonly WrittenOutput[] | undefined {
  const rename = renameOf(command.pipedTo);
  if (rename === undefined) return undefined;
  const printed = printedText(command);
  if (printed === undefined) return undefined;
  const keys: WrittenOutput[] = [];
  for (const line of printed.text.split('\n')) {
    const [, key, text = ''] = /^\s*([A-Za-z_][\w-]*)=(.*)/.exec(line) ?? [];
    if (key !== undefined) {
      const span = spanOfKey(script, printed, key);
      const renamed = rename(key);
      const value = isWrittenOut(text, command) ? text.trim() : undefined;
      keys.push(renamed === key ? { key, span, value } : { key: renamed, span, changedFrom: key });
    } else if (line.trimStart().startsWith(expansion)) return undefined;
  }
  return keys;
}

/** Whether the rest of a line reaches the file as it is written: no variable in it, no filter behind it. */
function isWrittenOut(text: string, { pipedTo }: ShellCommand): boolean {
  return !/[\u0001\\*?]/.test(text) && pipedTo.every((node) => programOf(node).program === 'tee');
}

/** The keys of lines that a command prints to the file without a "=", or as outputs to another file. */
function missedKeys(command: ShellCommand, toOutputs: boolean): readonly string[] {
  const isElsewhere = outputTargets(command).some(
    (target) => target.kind === 'file' && misspeltOutputsVariable(target.name) !== undefined,
  );
  if (!toOutputs && !isElsewhere) return [];
  const sign = toOutputs ? ':' : '=';
  const lines = printedText(command)?.text.split('\n') ?? [];
  return lines.flatMap((line) => {
    const [, key, blanks = '', after] = /^\s*([A-Za-z_][\w-]*)(\s*)([:=])/.exec(line) ?? [];
    const isSpaced = toOutputs && blanks !== '' && after === '=';
    return key !== undefined && (isSpaced || (blanks === '' && after === sign)) ? [key] : [];
  });
}

interface Printed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function spanOfKey(script: Script, { start, end }: Printed, key: string): Span {
  const at = script.shell.text.slice(start, end).indexOf(`${key}=`);
  return at === -1 ? script.text.spanOf(start, end) : script.text.spanOf(start + at, start + at + key.length);
}

/** What a command prints, with a mark for each expansion; `undefined` when it is not written out. */
function printedText({ program, words, node }: ShellCommand): Printed | undefined {
  if (program === 'cat' && words.length === 0) {
    const document = node.redirects.find((redirect): redirect is HereDoc => redirect.type === 'HereDoc');
    if (document === undefined) return undefined;
    const { body } = document;
    const parts = document.delimiter?.quoted === true ? undefined : body.parts;
    return { text: textWith({ parts, value: body.text }, () => expansion), start: body.pos, end: body.end };
  }
  const [first] = words;
  const last = words.at(-1);
  if ((program !== 'echo' && program !== 'printf') || first === undefined || last === undefined)
    return undefined;
  const flags = words.findIndex((word) => !/^-[neE]+$/.test(word.text));
  const texts = words.slice(Math.max(flags, 0));
  const escapes = program === 'printf' || words.slice(0, flags).some((word) => word.text.includes('e'));
  const shown = program === 'printf' ? texts.slice(0, 1) : texts;
  const text = shown.map((word) => textWith(word, () => expansion)).join(' ');
  return {
    text: escapes ? text.replaceAll('\\n', '\n').replaceAll(/%[a-z]/g, expansion) : text,
    start: first.pos,
    end: last.end,
  };
}

/** What a pipeline makes of a key on its way to the file; `undefined` when that cannot be told. */
function renameOf(pipeline: readonly PipelineNode[]): ((key: string) => string) | undefined {
  let rename = (key: string): string => key;
  for (const node of pipeline) {
    const { program, words } = programOf(node);
    if (program === 'tee' || program === 'cat' || program === 'sort') continue;
    const [from, to] = words.map((word) => literalOf(word));
    const before = rename;
    if (program !== 'tr' || words.length !== 2 || from === undefined || to === undefined) return undefined;
    if (isLower(from) && isUpper(to)) rename = (key) => before(key).toUpperCase();
    else if (isUpper(from) && isLower(to)) rename = (key) => before(key).toLowerCase();
    else if (from.length === 1 && to.length === 1) rename = (key) => before(key).replaceAll(from, to);
    else return undefined;
  }
  return rename;
}

function isLower(set: string): boolean {
  return set === 'a-z' || set === '[:lower:]' || set === '[a-z]';
}

function isUpper(set: string): boolean {
  return set === 'A-Z' || set === '[:upper:]' || set === '[A-Z]';
}

/**
 * What a script writes that a command sources or runs: nothing when the command runs none, `unknown` when it cannot
 * be read.
 */
function otherScript(
  command: ShellCommand,
  script: Script,
  context: AnalysisContext,
  depth: number,
): WrittenOutputs | 'unknown' | undefined {
  const name = launchedScript(command, script);
  if (name === undefined) return undefined;
  const found = repositoryScript(name, script, context);
  if (found === undefined) return isSurelyScript(name) && !isSystemFile(name) ? 'unknown' : undefined;
  if (depth >= deepestSource) return 'unknown';
  if (!found.text.text.includes('OUTPUTS')) return mayRunOthers(found) ? 'unknown' : nothing;
  const isSourced = command.program === 'source' || command.program === '.';
  const isShell = isSourced || /\.(sh|bash)$/.test(name) || /^#!.*\b(ba|da|k|z)?sh\b/.test(found.text.text);
  return isShell ? follow(found, context, depth + 1) : 'unknown';
}

const nothing: WrittenOutputs = { written: [], opaque: undefined, missed: [] };

/** Whether a script that does not name the file of outputs itself hands over to others that might. */
function mayRunOthers({ text: { text } }: Script): boolean {
  const sourced = text.matchAll(/^[ \t]*(?:source|\.)\s+(\S*)/gm);
  return /\beval\b/.test(text) || [...sourced].some(([, path = '']) => !isSystemFile(path));
}
