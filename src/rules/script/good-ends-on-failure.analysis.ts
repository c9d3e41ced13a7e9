import type { AnalysisContext } from '../../analysis/analysis.ts';
import { asksForErrexit } from '../../analysis/shell/errexit-option.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import type { Script } from '../../model/script.ts';
import type {
  CompoundList,
  NodesOfTypes,
  PipelineNode,
  ScriptNode,
  Statement,
  SyntaxNode,
} from '../../syntax/bash/tree.ts';

const sees = /(-[fes])\s+\S*job\.ended/;
const otherwise = /!\s*-|job\.started|\|\|/;

/** Whether a text names a file that says that the service has started. */
const namesStart = (text: string): boolean => /job\.started|SESSION_PORT/.test(text);

/** Where a wait step ends well because `job.ended` is there. */
export function goodEndsOnFailure(script: Script, context: AnalysisContext): readonly SyntaxNode[] {
  const { text } = script.shell;
  if (!namesStart(text) || !text.includes('job.ended')) return [];
  const { tree, nodes } = context.ask(parsedScript, script);
  const errexit = context.ask(asksForErrexit, script);
  const found: SyntaxNode[] = [];
  const isFailure = (node: { readonly pos: number; readonly end: number }) => {
    const clause = text.slice(node.pos, node.end);
    return sees.test(clause) && !otherwise.test(clause);
  };
  // Who has told the others where the service is waits for its end, which may be a good one.
  const isWaiting = ({ pos, end }: SyntaxNode) => {
    if (/OUTPUTS|job\.started|\bSESSION_PORT\b/.test(text.slice(end))) return true;
    const loop =
      text
        .slice(0, pos)
        .match(/\b(?:while|until)\b.*/g)
        ?.at(-1) ?? '';
    return namesStart(loop);
  };
  for (const node of nodes('AndOr', 'If')) {
    if (node.type === 'AndOr') {
      const [first, second] = node.commands;
      if (node.commands.length !== 2 || node.operators[0] !== '&&') continue;
      if (first === undefined || second === undefined || !isFailure(first)) continue;
      const end = goodEnd(second.type === 'BraceGroup' ? second.body.commands : [second], nodes);
      if (end !== undefined && isWaiting(end)) found.push(end);
      continue;
    }
    for (const arm of [
      { clause: node.clause, body: node.then },
      ...node.elif.map((one) => ({ clause: one.clause, body: one.then })),
    ]) {
      if (!isFailure(arm.clause)) continue;
      const end =
        goodEnd(arm.body.commands, nodes) ?? (errexit ? undefined : breakIntoOutputs(arm.body, tree, text));
      if (end !== undefined && isWaiting(end)) found.push(end);
    }
  }
  return found;
}

/** The command of a list that ends the script with status 0, in a function that it calls as well. */
function goodEnd(
  list: readonly (Statement | PipelineNode)[],
  nodes: NodesOfTypes,
  depth = 0,
): SyntaxNode | undefined {
  // Behind a condition that holds the status is 0.
  let succeeded = true;
  for (const one of list) {
    const command = one.type === 'Statement' ? one.command : one;
    if (command.type !== 'Command') {
      succeeded = false;
      continue;
    }
    const name = command.name?.value ?? '';
    if (name === 'exit') {
      const [status] = command.args;
      return status?.text === '0' || (status === undefined && succeeded) ? command : undefined;
    }
    const called = depth < 3 ? functionBody(nodes, name) : undefined;
    if (called !== undefined && goodEnd(called.commands, nodes, depth + 1) !== undefined) return command;
    succeeded = /^(echo|printf|:|true)$/.test(name);
  }
  return undefined;
}

function functionBody(nodes: NodesOfTypes, name: string): CompoundList | undefined {
  for (const node of nodes('Function')) {
    if (node.name.value === name && node.body.type === 'BraceGroup') return node.body.body;
  }
  return undefined;
}

/** A `break` behind which nothing is looked at any more before the outputs are written. */
function breakIntoOutputs(list: CompoundList, tree: ScriptNode, text: string): SyntaxNode | undefined {
  const node = list.commands.find(
    ({ command }) =>
      command.type === 'Command' && command.name?.value === 'break' && command.args.length === 0,
  )?.command;
  if (node === undefined) return undefined;
  const loop = tree.commands.find(({ pos, end }) => pos < node.pos && node.end < end);
  if (loop === undefined || loop.command.type !== 'While') return undefined;
  const rest = text.slice(loop.end);
  const looks = /\b(exit|return|if|test|case|while|until|curl|source)\b|\|\||&&|\[/.test(rest);
  return !looks && rest.includes('OUTPUTS') ? node : undefined;
}
