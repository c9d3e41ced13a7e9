import type { AnalysisContext } from '../../analysis/analysis.ts';
import { asksForErrexit } from '../../analysis/shell/errexit-option.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import type { Script } from '../../model/script.ts';
import type { Command, Statement, SyntaxNode } from '../../syntax/bash/tree.ts';

/** What comes of the status of a command: nothing, because another one follows; or somebody may look at it. */
type Fate = 'lost' | 'looked at';

/** The `false` commands after which a script goes on as if nothing were: no `set -e`, nobody asks for the status. */
export function idleFalses(script: Script, context: AnalysisContext): readonly Command[] {
  const { text } = script.shell;
  // Whoever ends the script for a failure may be anywhere; a sourced file has the options of who sources it.
  if (!/\bfalse\b/.test(text) || script.role === 'sourced' || endsAtFailure(script, context)) return [];
  const found: Command[] = [];
  inList(context.ask(parsedScript, script).tree.commands, 'looked at', found);
  return found;
}

function endsAtFailure(script: Script, context: AnalysisContext): boolean {
  return context.ask(asksForErrexit, script) || /\btrap\b.*\bERR\b|\$-/m.test(script.shell.text);
}

function inList(statements: readonly Statement[], last: Fate, found: Command[]): void {
  for (const [index, statement] of statements.entries()) {
    const next = statements[index + 1];
    const fate = next === undefined ? last : readsStatus(next.command) ? 'looked at' : 'lost';
    if (!statement.background) inNode(statement.command, fate, found);
  }
}

function inNode(node: SyntaxNode, fate: Fate, found: Command[]): void {
  switch (node.type) {
    case 'Command':
      if (fate === 'lost' && node.name?.value === 'false' && node.args.length === 0) found.push(node);
      return;
    case 'AndOr': {
      const last = node.commands.at(-1);
      if (last !== undefined) inNode(last, fate, found);
      return;
    }
    case 'Redirected':
      inNode(node.command, fate, found);
      return;
    case 'If':
      for (const part of [node.then, ...node.elif.map((arm) => arm.then), node.else])
        inList(part?.commands ?? [], fate, found);
      return;
    case 'Case':
      for (const item of node.items) inList(item.body.commands, fate, found);
      return;
    case 'For':
    case 'ArithmeticFor':
    case 'While':
    case 'BraceGroup':
      inList(node.body.commands, fate, found);
      return;
    case 'Subshell':
      inList(node.body.commands, 'looked at', found);
      return;
    case 'Function':
      if (node.body.type === 'CompoundList') inList(node.body.commands, 'looked at', found);
      else inNode(node.body, 'looked at', found);
      return;
    default:
      // Of pipelines, negations and tests somebody asks for the status.
      return;
  }
}

/** Whether a command looks at the status of the one before it, or ends with it. */
function readsStatus(node: SyntaxNode): boolean {
  const [first] = node.type === 'AndOr' ? node.commands : [node];
  if (first?.type === 'Command' && /^(exit|return)$/.test(first.name?.value ?? '') && first.args.length === 0)
    return true;
  return mentionsStatus(first);
}

function mentionsStatus(node: SyntaxNode | undefined): boolean {
  if (node === undefined) return false;
  const words =
    node.type === 'Command'
      ? [
          ...node.args.map((argument) => argument.text),
          ...node.prefix.map((part) => ('text' in part ? part.text : '')),
        ]
      : [];
  if (words.some((word) => /\$(\?|\{\?\}|\{?PIPESTATUS)/.test(word))) return true;
  // A test or a larger command may do so anywhere in it: then nothing is claimed.
  return node.type === 'TestCommand' || node.type === 'ArithmeticCommand';
}
