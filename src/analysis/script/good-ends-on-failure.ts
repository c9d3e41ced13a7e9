import type { Script } from '../../model/script.ts';
import type { Command, CompoundList } from '../../syntax/bash/tree.ts';
import { allNodes } from '../../syntax/bash/walk.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from '../parsed-script.ts';

/** The `exit 0` of a wait step that is taken because `job.ended` is there. */
export function goodEndsOnFailure(script: Script, context: AnalysisContext): readonly Command[] {
  const { text } = script.shell;
  if (!/job\.started|SESSION_PORT/.test(text) || !text.includes('job.ended')) return [];
  const found: Command[] = [];
  for (const node of allNodes(context.ask(parsedScript, script).tree)) {
    if (node.type !== 'If') continue;
    for (const arm of [
      { clause: node.clause, body: node.then },
      ...node.elif.map((one) => ({ clause: one.clause, body: one.then })),
    ]) {
      const clause = text.slice(arm.clause.pos, arm.clause.end);
      if (!/(-[fe]|-s)\s+\S*job\.ended/.test(clause) || /!\s*-|job\.started|\|\|/.test(clause)) continue;
      const exit = directExit(arm.body);
      if (exit !== undefined) found.push(exit);
    }
  }
  return found;
}

function directExit(list: CompoundList): Command | undefined {
  for (const { command } of list.commands) {
    if (command.type === 'Command' && command.name?.value === 'exit' && command.args[0]?.text === '0')
      return command;
  }
  return undefined;
}
