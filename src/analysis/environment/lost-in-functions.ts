import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import type { NodeOf } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import { setNames } from '../shell/set-names.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands, shellOccurrences } from '../shell/shell-commands.ts';
import { literalOf } from '../shell/shell-words.ts';
import { isShell } from '../written/destinations.ts';
import type { LostVariable } from './lost-variable.ts';
import { isGuarded, isOwnName, type NeededVariable } from './needed-variables.ts';
import { givenToCommand, ownVariables } from './own-variables.ts';

/** Functions that are exported and called by a new shell, which has the function and not the variables. */
export function lostInFunctions(script: Script, context: AnalysisContext): readonly LostVariable[] {
  const own = context.ask(ownVariables, script);
  const { commands } = context.ask(shellCommands, script);
  const exported = commands.flatMap(({ program, words }) =>
    program === 'export' && /^-\w*f/.test(words[0]?.text ?? '')
      ? words.slice(1).map((word) => word.text)
      : [],
  );
  if (own === undefined || exported.length === 0) return [];
  const found: LostVariable[] = [];
  for (const node of context.ask(parsedScript, script).nodes('Function')) {
    if (!exported.includes(node.name.value)) continue;
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
  const mentions = words.some((word) =>
    new RegExp(`(^|[^\\w-])${escapePattern(name)}($|[^\\w-])`).test(word.text),
  );
  if (!mentions) return false;
  if (program === 'parallel') return true;
  const texts = words.map((word) => literalOf(word)?.split('/').at(-1));
  return (
    (isShell(program) || texts.some((text) => isShell(text))) &&
    words.some((word) => /^-\w*c$/.test(word.text))
  );
}

function readInFunction(
  node: NodeOf<'Function'>,
  script: Script,
  context: AnalysisContext,
): readonly NeededVariable[] {
  const inside = ({ pos }: { readonly pos: number }) => node.pos <= pos && pos < node.end;
  const set = new Set(
    context
      .ask(setNames, script)
      .filter(inside)
      .map(({ name }) => name),
  );
  const found = new Map<string, NeededVariable>();
  for (const { variable, start, end, quote } of context.ask(shellOccurrences, script)) {
    if (variable === undefined || !inside({ pos: start }) || set.has(variable) || found.has(variable))
      continue;
    if (!isOwnName(variable) || quote === 'quoted-here-doc' || isGuarded(script, start, end)) continue;
    found.set(variable, { name: variable, start, end });
  }
  return [...found.values()];
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}
