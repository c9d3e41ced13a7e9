import type { AnalysisContext } from '../../analysis/analysis.ts';
import { errexitAfter, startsWithErrexit } from '../../analysis/shell/errexit-option.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import type { NodeOf, Statement, SyntaxNode } from '../../syntax/bash/tree.ts';
import { allNodes } from '../../syntax/bash/walk.ts';

/** What a count raises, `((name++))` or `let name++`; the value of such a command is that from before. */
const counting = /^(?:\(\(\s*|let\s+["']?)([A-Za-z_]\w*)\s*(?:\+\+|--)(?:\s*\)\)|["']?)$/;

/**
 * The places in loops that raise a counter which is 0 before the loop, under `set -e`: the first turn that comes there
 * ends the script. Only loops that stand at the top of a script, and counters that nothing else sets in between.
 */
export function firstTurnCounts(script: Script, context: AnalysisContext): readonly Span[] {
  const { tree } = context.ask(parsedScript, script);
  const zero = new Set<string>();
  const found: Span[] = [];
  let errexit = script.role !== 'sourced' && startsWithErrexit(script.shell.text);
  for (const { command, background } of tree.commands) {
    if (command.type === 'Command') {
      if (command.name?.value === 'set')
        errexit = errexitAfter(
          command.args.map((word) => word.text),
          errexit,
        );
      for (const part of command.prefix) {
        if (part.type !== 'Assignment') continue;
        if (command.name === undefined && /^\w+=["']?0["']?$/.test(part.text)) zero.add(part.name);
        else zero.delete(part.name);
      }
      continue;
    }
    if (command.type === 'While' || command.type === 'For') {
      const places = timesSet(namesSetIn(command, script));
      for (const node of background === true || !errexit ? [] : countsOn(command.body.commands)) {
        const name = counting.exec(script.shell.text.slice(node.pos, node.end))?.[1] ?? '';
        if (zero.has(name) && places.get(name) === 1) found.push(script.text.spanOf(node.pos, node.end));
      }
    }
    for (const name of namesSetIn(command, script)) zero.delete(name);
  }
  return found;
}

/** The counts that a failure of ends the script: in no condition, and with no `||` behind them. */
function countsOn(statements: readonly Statement[]): readonly SyntaxNode[] {
  return statements.flatMap(({ command }) => {
    switch (command.type) {
      case 'ArithmeticCommand':
        return [command];
      case 'Command':
        return command.name?.value === 'let' ? [command] : [];
      case 'If':
        return [
          command.then,
          ...command.elif.map((arm) => arm.then),
          ...(command.else ? [command.else] : []),
        ].flatMap((part) => countsOn(part.commands));
      default:
        return [];
    }
  });
}

/** How many places of a loop set each variable. */
function timesSet(names: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

function nameOf(node: NodeOf<'Assignment' | 'For'>): string {
  return node.type === 'Assignment' ? node.name : node.name.value;
}

/** Whether a command is arithmetic, which may set any variable that it names. */
function reckons(node: SyntaxNode): boolean {
  return node.type === 'ArithmeticCommand' || (node.type === 'Command' && node.name?.value === 'let');
}

function namesIn({ pos, end }: SyntaxNode, script: Script): readonly string[] {
  return script.shell.text.slice(pos, end).match(/[A-Za-z_]\w*/g) ?? [];
}

function namesSetIn(tree: SyntaxNode, script: Script): readonly string[] {
  const names: string[] = [];
  for (const node of allNodes(tree)) {
    if (node.type === 'Assignment' || node.type === 'For') names.push(nameOf(node));
    if (reckons(node)) names.push(...namesIn(node, script));
  }
  return names;
}
