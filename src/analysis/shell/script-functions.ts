import type { Script } from '../../model/script.ts';
import type { NodeOf, Statement } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from './parsed-script.ts';

/** A function of a script. */
export type FunctionNode = NodeOf<'Function'>;

/** The functions that a script defines, by their names; of several with one name, the last. */
export function scriptFunctions(script: Script, context: AnalysisContext): ReadonlyMap<string, FunctionNode> {
  const found = new Map<string, FunctionNode>();
  for (const node of context.ask(parsedScript, script).nodes('Function')) found.set(node.name.value, node);
  return found;
}

/** The statements of a function's body. */
export function bodyOf({ body }: FunctionNode): readonly Statement[] {
  if (body.type === 'BraceGroup' || body.type === 'Subshell') return body.body.commands;
  return body.type === 'CompoundList' ? body.commands : [];
}
