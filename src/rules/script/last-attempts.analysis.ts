import type { AnalysisContext } from '../../analysis/analysis.ts';
import { asksForErrexit } from '../../analysis/shell/errexit-option.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { bodyOf, type FunctionNode, scriptFunctions } from '../../analysis/shell/script-functions.ts';
import { isUsedByOthers, type Script } from '../../model/script.ts';
import type { Command, Statement, SyntaxNode } from '../../syntax/bash/tree.ts';
import { allNodes } from '../../syntax/bash/walk.ts';

/** Where a wait that has been in vain goes on as one that has not. */
export interface LastAttempt {
  readonly start: number;
  readonly end: number;
  /** How it goes on: out of its loop, by a good end, or by a status at which nobody looks. */
  readonly how: 'loop' | 'end' | 'status';
}

const asks =
  /-[efs]\s+\S*(job\.started|SESSION_PORT|HOSTNAME)|-[efs]\s+["']?\$\{?1\b|\b(curl|wget|nc|ncat)\b|\/dev\/tcp\/|\b(ss|netstat|lsof)\b/;
/** What counts attempts or time, and not answers. */
const counter =
  /\$?\b\{?(i|j|k|n|c|SECONDS|now|\w*(tr(y|ies)|attempt|retr|count|elapsed|waited|time|secs|seconds|deadline)\w*)\b/i;
const limit = /-(lt|le|gt|ge|eq|ne)\b|[<>]=?|==/;

/** The waits of a script for its service that end well when the last attempt has failed. */
export function lastAttempts(script: Script, context: AnalysisContext): readonly LastAttempt[] {
  const { text } = script.shell;
  if (!/job\.started|SESSION_PORT/.test(text) || !text.includes('OUTPUTS')) return [];
  if (isLookedAtOutside(script, context)) return [];
  const { tree, faults } = context.ask(parsedScript, script);
  if (faults.length > 0) return [];
  const functions = context.ask(scriptFunctions, script);
  const errexit = context.ask(asksForErrexit, script);
  const found: LastAttempt[] = [];
  for (const [index, statement] of tree.commands.entries()) {
    const rest = textOf(tree.commands.slice(index + 1), text);
    const own = attemptIn(statement, functions, text);
    if (own === undefined) continue;
    // a file that is not there ends what reads it
    const endsThere = errexit && (own.how === 'status' || !/\b(curl|wget|nc)\b|\/dev\/tcp/.test(own.text));
    if (own.how !== 'end' && (looksAt(rest) || endsThere)) continue;
    found.push(own);
  }
  return found;
}

type Attempt = LastAttempt & { readonly text: string };

/** The vain end of a wait that is one statement of the script: a loop, a call of a function with one, `timeout`. */
function attemptIn(
  { command }: Statement,
  functions: ReadonlyMap<string, FunctionNode>,
  text: string,
): Attempt | undefined {
  const loop = loopEnd(command, text);
  if (loop !== undefined) return loop;
  const [first, ...others] = command.type === 'AndOr' ? command.commands : [command];
  if (first?.type !== 'Command') return undefined;
  const waived = others.length > 0;
  if (waived && !others.every((one) => /^(true|:|echo\b.*)$/.test(text.slice(one.pos, one.end))))
    return undefined;
  const called = functions.get(first.name?.value ?? '');
  if (called !== undefined) return waived ? undefined : endOfCalled(called, first, text);
  const words = text.slice(first.pos, first.end);
  if (first.name?.value !== 'timeout' || !/\b(while|until)\b/.test(words) || !asks.test(words))
    return undefined;
  return { start: first.pos, end: first.name.end, how: 'status', text: words };
}

function endOfCalled(called: FunctionNode, call: Command, text: string): Attempt | undefined {
  const body = bodyOf(called);
  for (const [index, { command }] of body.entries()) {
    const loop = loopEnd(command, text);
    if (loop === undefined) continue;
    if (loop.how === 'end') return loop;
    const rest = body.slice(index + 1);
    const last = rest.at(-1)?.command;
    const fails = last?.type === 'Command' && /^return\s+[1-9]/.test(text.slice(last.pos, last.end));
    if (fails) return { start: call.pos, end: call.end, how: 'status', text: loop.text };
    return looksAt(textOf(rest, text)) ? undefined : loop;
  }
  return undefined;
}

/** Where a loop that waits comes out in vain. */
function loopEnd(node: SyntaxNode, text: string): Attempt | undefined {
  if (node.type !== 'For' && node.type !== 'ArithmeticFor' && node.type !== 'While') return undefined;
  const whole = text.slice(node.pos, node.end);
  if (!asks.test(whole) || !/\bsleep\b/.test(whole)) return undefined;
  const clause = node.type === 'While' ? text.slice(node.clause.pos, node.clause.end) : '';
  const isBounded = node.type === 'While' ? isLimit(clause) : isCount(whole);
  if (failsInside(node, text)) return undefined;
  if (isBounded) {
    const leaves = asks.test(clause) || /\b(break|exit|return)\b/.test(whole);
    return leaves ? { start: node.end - 'done'.length, end: node.end, how: 'loop', text: whole } : undefined;
  }
  for (const inner of allNodes(node.body)) {
    if (inner.type !== 'If' || !isLimit(text.slice(inner.clause.pos, inner.clause.end))) continue;
    const last = inner.then.commands.at(-1)?.command;
    if (last?.type !== 'Command') continue;
    const how = /^(exit|return)(\s+0)?$/.test(text.slice(last.pos, last.end)) ? 'end' : 'loop';
    if (how === 'end' || last.name?.value === 'break')
      return { start: last.pos, end: last.end, how, text: whole };
  }
  return undefined;
}

/** Whether a condition is about the number of attempts or the time, and nothing that was answered. */
function isLimit(clause: string): boolean {
  return (
    limit.test(clause) &&
    (counter.test(clause) || /date\s+["']?\+%s/.test(clause)) &&
    !/code|status/i.test(clause)
  );
}

/** Whether the head of a `for` counts. */
function isCount(loop: string): boolean {
  const head = loop.slice(0, loop.indexOf('do'));
  return /\bseq\b|\{\d+\.\.\S+\}|\(\(|\bin(\s+\d+){2,}/.test(head);
}

/** Commands that do not end a loop as a failure. */
const harmless =
  /^(echo|printf|sleep|\[|test|curl|wget|nc|ncat|timeout|cat|ss|lsof|netstat|grep|awk|head|tail|wc|cut|tr|true|:|break|continue|date|local|export|let|seq|ls|bash|expr|hostname|squeue|tee|touch|rm)$/;

/** Whether a loop fails by itself at its end; the end of the job is another reason to. */
function failsInside(loop: SyntaxNode, text: string): boolean {
  for (const node of allNodes(loop)) {
    if (node.type !== 'Command') continue;
    const words = text.slice(node.pos, node.end);
    if (harmless.test(node.name?.value ?? ':') || /^(exit|return)(\s+0)?$/.test(words)) continue;
    const line = text.slice(text.lastIndexOf('\n', node.pos) + 1, node.pos);
    const before = text.slice(loop.pos, node.pos);
    const condition = before.slice(before.lastIndexOf('if '));
    if (
      /job\.(ended|failed|done)/.test(line) ||
      (/^if .*job\.(ended|failed|done)/.test(condition) && !/\bfi\b/.test(condition))
    )
      continue;
    return true;
  }
  return false;
}

/** Whether a text looks at anything again before it comes to its end. */
function looksAt(rest: string): boolean {
  const code = rest.replaceAll(/^[ \t]*(echo|printf)\b[^|&`\n]*$/gm, '').replaceAll(/#.*$/gm, '');
  return /\b(exit|return|if|test|case|while|until|for|curl|wget|nc|source|timeout)\b|\|\||&&|\[|^\s*\.\s|\{.*:\?/m.test(
    code,
  );
}

function textOf(statements: readonly Statement[], text: string): string {
  const [first] = statements;
  const last = statements.at(-1);
  return first === undefined || last === undefined ? '' : text.slice(first.pos, last.end);
}

/** Whether somebody who reads a file of commands looks at what it has found. */
function isLookedAtOutside(script: Script, context: AnalysisContext): boolean {
  if (!isUsedByOthers(script)) return false;
  const name = script.path.slice(script.path.lastIndexOf('/') + 1);
  const readers = context.workspace.workflows.flatMap((file) => file.workflow?.scripts ?? []);
  return readers.some(({ shell: { text } }) => {
    const at = text.indexOf(name);
    return at !== -1 && (looksAt(text.slice(at + name.length)) || /\bset\s+-\w*e/.test(text.slice(0, at)));
  });
}
