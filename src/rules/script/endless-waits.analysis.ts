import type { AnalysisContext } from '../../analysis/analysis.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import type { Script } from '../../model/script.ts';
import type { SyntaxNode } from '../../syntax/bash/tree.ts';

/** The conditions of loops that wait for a file or an answer and end for no other reason. */
export function endlessWaits(script: Script, context: AnalysisContext): readonly SyntaxNode[] {
  const { text } = script.shell;
  const found: SyntaxNode[] = [];
  for (const node of context.ask(parsedScript, script).nodes('While')) {
    const clause = text.slice(node.clause.pos, node.clause.end);
    const body = text.slice(node.body.pos, node.body.end);
    const asks =
      node.kind === 'while'
        ? /^\s*!\s*(curl|wget|nc|ping|ss|lsof|pgrep)\b/
        : /^\s*(curl|wget|nc|ping|ss|lsof|pgrep)\b/;
    const awaits = node.kind === 'while' ? /^\s*(\[\[?|test)\s+!\s+-[efs]\s/ : /^\s*(\[\[?|test)\s+-[efs]\s/;
    const [condition] = node.clause.commands;
    if (
      !(awaits.test(clause) || asks.test(clause)) ||
      condition === undefined ||
      /job\.ended|&&|\|\||-[lg][te]\b|SECONDS|timeout/.test(clause)
    )
      continue;
    if (
      !/\bsleep\b|^\s*:\s*;?\s*$/.test(body) ||
      /\b(break|exit|return|kill|timeout|job\.ended)\b/.test(body)
    )
      continue;
    found.push(condition.command);
  }
  return found;
}
