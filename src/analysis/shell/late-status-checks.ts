import type { Script } from '../../model/script.ts';
import type { NodeOf, NodesOfTypes, Statement, SyntaxNode } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { errexitAfter } from './errexit-option.ts';
import { parsedScript } from './parsed-script.ts';

/** A look at `$?` that cannot see what it is meant to see. */
export interface LateStatusCheck {
  readonly kind: 'errexit' | 'pipeline' | 'declaration';
  /** The command that looks. */
  readonly node: SyntaxNode;
  /** The command whose status is meant. */
  readonly of: SyntaxNode;
  /** Of a pipeline: its last command; of a declaration: the builtin. */
  readonly last: string;
}

/** Commands that succeed whatever the one before them in the pipeline did. */
const passive: ReadonlySet<string> = new Set(['tee', 'sed', 'head', 'tail', 'cat', 'tr', 'cut', 'sort']);

/** The places where `$?` is read right after a command under `set -e`, or after a pipeline that hides it. */
export function lateStatusChecks(script: Script, context: AnalysisContext): readonly LateStatusCheck[] {
  const { tree, nodes } = context.ask(parsedScript, script);
  const found: LateStatusCheck[] = [];
  const pipefail = setsPipefail(script, nodes);
  const shell = { errexit: false };
  for (const list of [tree, ...nodes('CompoundList')]) {
    const top = list === tree;
    let before: Statement | undefined;
    for (const [index, statement] of list.commands.entries()) {
      const reader = readerOf(statement.command);
      if (before !== undefined && reader !== undefined && !before.background) {
        const { command } = before;
        const last = command.type === 'Pipeline' ? command.commands.at(-1) : undefined;
        const name = last?.type === 'Command' ? (last.name?.value ?? '') : '';
        const hidden =
          command.type === 'Pipeline' &&
          command.commands.length > 1 &&
          command.prefixes.length === 0 &&
          passive.has(name);
        const ends = reader.type === 'Command' && /^(exit|return)$/.test(reader.name?.value ?? '');
        const declared = declaresAnswer(command);
        if (declared !== undefined)
          found.push({ kind: 'declaration', node: reader, of: command, last: declared });
        else if (
          (ends && (!hidden || beginsHarmless(command))) ||
          (!hidden && isPassedOn(reader, list.commands[index + 1]?.command))
        ) {
          // the status is passed on as it is
        } else if (hidden && !pipefail)
          found.push({ kind: 'pipeline', node: reader, of: command, last: name });
        else if (
          top &&
          shell.errexit &&
          (command.type === 'Command' || command.type === 'Pipeline') &&
          isOrdinary(command)
        )
          found.push({ kind: 'errexit', node: reader, of: command, last: '' });
      }
      if (top) shell.errexit = errexitBehind(statement, shell.errexit);
      before = statement;
    }
  }
  if (!pipefail) for (const decided of hiddenDecisions(nodes)) found.push(decided);
  return found;
}

/**
 * Whether a script asks for the status of whole pipelines anywhere, by itself or in the shell that its workflow or its
 * first line asks for. What it says in comments, or writes into other scripts, does not count.
 */
function setsPipefail(script: Script, nodes: NodesOfTypes): boolean {
  if (!script.shell.text.includes('pipefail')) return false;
  // who sources a file may have asked for it
  if (script.role === 'sourced' || /^#!.*pipefail/.test(script.shell.text)) return true;
  return nodes('Command').some(
    ({ name, args }) =>
      /^(set|shopt|bash)$/.test(name?.value ?? '') && args.some((word) => word.text === 'pipefail'),
  );
}

/** Pipelines that decide something by the status of a command that always succeeds. */
function* hiddenDecisions(nodes: NodesOfTypes): Generator<LateStatusCheck> {
  for (const node of nodes('If', 'While', 'AndOr')) {
    const deciding: (SyntaxNode | undefined)[] = [];
    if (node.type === 'If') {
      for (const clause of [node.clause, ...node.elif.map((one) => one.clause)])
        if (clause.commands.length === 1) deciding.push(clause.commands[0]?.command);
    } else if (node.type === 'While') {
      if (node.clause.commands.length === 1) deciding.push(node.clause.commands[0]?.command);
    } else {
      node.operators.forEach((operator, index) => {
        const next = node.commands[index + 1];
        if (operator === '||' ? !isWaived(next) : endsLoop(next)) deciding.push(node.commands[index]);
      });
    }
    for (const one of deciding) {
      if (one?.type !== 'Pipeline' || one.commands.length < 2) continue;
      const last = one.commands.at(-1);
      const name = last?.type === 'Command' ? (last.name?.value ?? '') : '';
      if (!/^(tee|sed|head|tail)$/.test(name) || beginsHarmless(one)) continue;
      yield { kind: 'pipeline', node: one, of: one, last: name };
    }
  }
}

/** Whether what follows an `||` only says that the status does not matter. */
function isWaived(node: SyntaxNode | undefined): boolean {
  if (node?.type !== 'Command') return false;
  const name = node.name?.value ?? '';
  if (/^(:|true|(\/usr)?\/bin\/true)$/.test(name)) return true;
  const [word] = node.args;
  return /^(exit|return)$/.test(name) && word?.type === 'Word' && word.text === '0';
}

/** Whether what follows an `&&` takes success for the end of a wait. */
function endsLoop(node: SyntaxNode | undefined): boolean {
  return node?.type === 'Command' && node.name?.value === 'break';
}

function beginsHarmless(node: SyntaxNode): boolean {
  const first = node.type === 'Pipeline' ? node.commands[0] : undefined;
  return harmless.test(first?.type === 'Command' ? (first.name?.value ?? '') : '');
}

/** Commands of which nobody asks whether they succeed. */
const harmless = /^(|echo|printf|cat|ls|env|ps|date|hostname|find|sort|history|jobs|grep|awk|sed|tr|cut)$/;

/** The command that reads `$?`, when a statement begins with one. */
function readerOf(node: Statement['command']): SyntaxNode | undefined {
  if (node.type === 'If') {
    const [first] = node.clause.commands;
    return first !== undefined && readsStatus(first.command) ? first.command : undefined;
  }
  if (node.type === 'AndOr') {
    const [first] = node.commands;
    return first !== undefined && readsStatus(first) ? first : undefined;
  }
  if (node.type !== 'Command') return undefined;
  if (node.name === undefined) return readsStatus(node) ? node : undefined;
  return declaresStatus(node) || passesStatusOn(node) ? node : undefined;
}

/** `exit $?`, `return $?`. */
function passesStatusOn({ name, args }: NodeOf<'Command'>): boolean {
  return (
    /^(exit|return)$/.test(name?.value ?? '') && args.length === 1 && /^"?\$\?"?$/.test(args[0]?.text ?? '')
  );
}

/** `status=$?` with `exit $status` on the next line. */
function isPassedOn(reader: SyntaxNode, next: SyntaxNode | undefined): boolean {
  const kept = reader.type === 'Command' && reader.name === undefined ? reader.prefix[0] : undefined;
  return (
    kept?.type === 'Assignment' &&
    next?.type === 'Command' &&
    /^(exit|return)$/.test(next.name?.value ?? '') &&
    next.args[0]?.text.replace(/^"?\$\{?(\w+)\}?"?$/, '$1') === kept.name
  );
}

/** `local rc=$?` and its like. */
function declaresStatus({ name, args }: NodeOf<'Command'>): boolean {
  return (
    /^(local|declare|typeset|readonly|export)$/.test(name?.value ?? '') &&
    args.some((part) => part.type === 'Assignment' && /^\w+="?\$\?"?$/.test(part.text))
  );
}

function readsStatus(node: SyntaxNode): boolean {
  if (node.type === 'TestCommand')
    return node.expression.type === 'TestBinary' && /^"?\$\?"?$/.test(node.expression.left.text);
  if (node.type !== 'Command') return false;
  if (node.name?.value === '[' || node.name?.value === 'test')
    return node.args[0]?.type === 'Word' && /^"?\$\?"?$/.test(node.args[0].text);
  return (
    node.name === undefined &&
    node.prefix.some((part) => part.type === 'Assignment' && /^\w+="?\$\?"?$/.test(part.text))
  );
}

/** The builtin of `local name=$(command)`, which succeeds whatever the command did (bash(1), "local"). */
function declaresAnswer(node: Statement['command']): string | undefined {
  if (node.type !== 'Command') return undefined;
  const name = node.name?.value ?? '';
  if (!/^(local|declare|typeset|readonly|export)$/.test(name)) return undefined;
  const answers = node.args.some(
    (part) => part.type === 'Assignment' && /=["']?(\$\((?!\()|`)/.test(part.text),
  );
  return answers ? name : undefined;
}

/** Whether a failing command ends the script under `set -e`. */
function isOrdinary(node: Statement['command']): boolean {
  if (node.type === 'Pipeline') return node.prefixes.length === 0;
  const name = node.type === 'Command' ? node.name?.value : undefined;
  return (
    name !== undefined && !/^(set|echo|printf|wait|trap|true|:|local|declare|export|cd|\[|test)$/.test(name)
  );
}

function errexitBehind(statement: Statement, before: boolean): boolean {
  const { command } = statement;
  if (command.type !== 'Command' || command.name?.value !== 'set') return before;
  return errexitAfter(
    command.args.map((word) => word.text),
    before,
  );
}
