import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import type { AnalysisContext } from '../analysis.ts';
import { setNames } from '../shell/set-names.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import type { WrittenScript } from '../written/written-script.ts';

/** The variables that a script sets for its own commands, with the place of the first assignment. */
export interface OwnVariables {
  /** All of them. */
  readonly all: ReadonlyMap<string, Span>;
  /** Those that no other program gets, because nothing exports them. */
  readonly plain: ReadonlyMap<string, Span>;
}

/** The variables of a script that certainly come from nowhere else; `undefined` where all are exported, or any may be. */
export function ownVariables(script: Script, context: AnalysisContext): OwnVariables | undefined {
  const { text } = script.shell;
  if (/\bset\s+(-\w+\s+)*-\w*a\b|\ballexport\b/.test(text)) return undefined;
  if (/\b(export|declare\s+-\w*x\w*|typeset\s+-\w*x\w*)\s+["']?\$/.test(text) || /\beval\b/.test(text))
    return undefined;
  const { commands } = context.ask(shellCommands, script);
  const forOneCommand = new Set(
    commands.flatMap(({ node }) => (node.name === undefined ? [] : node.prefix.map(({ pos }) => pos))),
  );
  const exported = exportedNames(commands);
  const all = new Map<string, Span>();
  const foreign = new Set<string>();
  for (const { name, pos, end, assignment } of context.ask(setNames, script)) {
    if (forOneCommand.has(pos)) continue;
    const value = assignment === undefined ? '' : text.slice(assignment.pos + name.length, assignment.end);
    // What is set from itself may have come from outside, and is then exported.
    for (const [, read] of value.matchAll(/\$\{?(\w+)/g)) if (read === name) foreign.add(name);
    if (!all.has(name)) all.set(name, script.text.spanOf(pos, Math.min(end, pos + name.length)));
  }
  // Who asks whether it is set counts on somebody else having set it.
  for (const [, defaulted, tested] of text.matchAll(/\$\{(\w+):?[-=+?]|-[nzv]\s+"?\$?\{?(\w+)/g))
    foreign.add(defaulted ?? tested ?? '');
  for (const name of foreign) all.delete(name);
  return { all, plain: new Map([...all].filter(([name]) => !exported.has(name))) };
}

function exportedNames(commands: readonly ShellCommand[]): ReadonlySet<string> {
  return new Set(
    commands.flatMap(({ program, node }) => {
      const options = node.args.map((argument) => argument.text).filter((one) => one.startsWith('-'));
      const exports =
        program === 'export' ||
        (/^(declare|typeset|local)$/.test(program ?? '') && options.some((one) => one.includes('x')));
      if (!exports) return [];
      return node.args.map((argument) => /^["']?(\w+)/.exec(argument.text)?.[1] ?? '');
    }),
  );
}

/** Whether a command hands a variable over itself: `NAME=… bash …`, `env NAME=…`, `-e NAME`. */
export function givenToCommand(
  { node }: ShellCommand,
  name: string,
  script: Script,
  written?: WrittenScript,
): boolean {
  const inText = (pos: number) =>
    written?.pieces.some(({ source, start, end }) => source === script && start <= pos && pos < end) ?? false;
  return [...node.prefix, ...node.args].some((part) => {
    if (part.type === 'Assignment') return part.name === name;
    if (part.type !== 'Word' || inText(part.pos) || inText(part.pos + 1)) return false;
    return new RegExp(`(^|[^\\w$\\{])${escapePattern(name)}(?!\\w)`).test(part.text);
  });
}

/** Whether a variable is set before a command, in the order of the text. */
export function isSetBefore(set: Span, { node }: ShellCommand, script: Script): boolean {
  const at = script.text.spanOf(node.pos, node.end);
  return set.file === at.file && set.start < at.start;
}
