import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import type { AnalysisContext } from '../analysis.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { launchedScript, repositoryScript } from '../workflow/launched-scripts.ts';
import { isShell } from '../written/destinations.ts';
import type { LostVariable } from './lost-variable.ts';
import { isOwnName, neededVariables } from './needed-variables.ts';
import { givenToCommand, isSetBefore, ownVariables } from './own-variables.ts';

/** How programs of other languages read a variable that must be there; the name is the only group that matches. */
const readings =
  /os\.environ\[\s*["'](\w+)["']\s*\]|os\.(?:getenv|environ\.get)\(\s*["'](\w+)["']\s*\)|process\.env\.([A-Za-z_]\w*)(?!\s*(?:\|\||\?\?))/g;

/** Variables that a program of another language reads, whose text stands in the script: `python3 - <<'EOF'`. */
export function lostInPrograms(script: Script, context: AnalysisContext): readonly LostVariable[] {
  const own = context.ask(ownVariables, script);
  if (own === undefined || own.plain.size === 0) return [];
  return context.ask(shellCommands, script).commands.flatMap((command) => {
    const { program = '', words, node } = command;
    if (!/^(python[\d.]*|node)$/.test(program)) return [];
    const option = words.findIndex((word) => /^-\w*[ce]$/.test(word.text));
    const document = node.redirects.find((one) => one.type === 'HereDoc');
    const text =
      option === -1 ? (document?.type === 'HereDoc' ? document.body : undefined) : words[option + 1];
    if (text === undefined) return [];
    return readingsIn(script.shell.text.slice(text.pos, text.end)).flatMap(
      ({ name, start, end }): LostVariable[] => {
        const set = own.plain.get(name);
        if (set === undefined || !isOwnName(name) || !isSetBefore(set, command, script)) return [];
        // The program's own text may say `NAME=`; what is in front of it hands the variable over.
        const around = { ...command, node: { ...node, args: [], prefix: node.prefix } };
        if (givenToCommand(around as ShellCommand, name, script)) return [];
        const at = script.text.spanOf(text.pos + start, text.pos + end);
        return [{ name, at, set, reader: `\`${program}\``, inherits: 'exported' }];
      },
    );
  });
}

/** Variables that a script or program of the repository reads, which this script starts; told where it is started. */
export function lostInFiles(script: Script, context: AnalysisContext): readonly LostVariable[] {
  const own = context.ask(ownVariables, script);
  if (own === undefined || own.plain.size === 0) return [];
  return context.ask(shellCommands, script).commands.flatMap((command): readonly LostVariable[] => {
    const { program = '', node } = command;
    if (program === 'source' || program === '.' || program === 'eval') return [];
    const name = launchedScript(command, script);
    const file = name === undefined ? undefined : repositoryScript(name, script, context);
    if (name === undefined || file === undefined || file.path === script.path) return [];
    const isStarted = isShell(program) || /^(python[\d.]*|node)$/.test(program) || isItself(command, name);
    if (!isStarted) return [];
    return namesNeeded(file, context).flatMap((needed): LostVariable[] => {
      const set = own.plain.get(needed);
      if (set === undefined || !isSetBefore(set, command, script)) return [];
      if (givenToCommand(command, needed, script)) return [];
      const at: Span = script.text.spanOf(node.pos, node.end);
      const reader = name.slice(name.lastIndexOf('/') + 1);
      return [{ name: needed, at, set, reader, inherits: 'exported' }];
    });
  });
}

/** The variables that a file reads and does not set. */
function namesNeeded(file: Script, context: AnalysisContext): readonly string[] {
  const { text } = file.shell;
  if (/\.(py|js|mjs)$/.test(file.path))
    return [...new Set(readingsIn(text).map(({ name }) => name))].filter(isOwnName);
  const first = /^#!.*/.exec(text)?.[0] ?? '';
  if (!/\.(sh|bash)$/.test(file.path) && !/\b(ba|da)?sh\b/.test(first)) return [];
  return neededVariables(file, context).map(({ name }) => name);
}

function readingsIn(
  text: string,
): readonly { readonly name: string; readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(readings), ({ 0: written, index, ...groups }) => {
    const name = groups[1] ?? groups[2] ?? groups[3] ?? '';
    const start = index + written.lastIndexOf(name);
    return { name, start, end: start + name.length };
  });
}

/** Whether the file is itself the program that runs. */
function isItself({ program }: ShellCommand, name: string): boolean {
  return program !== undefined && name.includes('/') && name.endsWith(`/${program}`);
}
