import type { Script } from '../../model/script.ts';
import type { AnalysisContext } from '../analysis.ts';
import { assignedNames } from './interpreter/loops/assigned-names.ts';
import { parsedScript } from './parsed-script.ts';

/** The variables that a script sets anywhere, functions and inner shells included; `any` where it evaluates a text. */
export function setVariables(script: Script, context: AnalysisContext): ReadonlySet<string> | 'any' {
  const { tree } = context.ask(parsedScript, script);
  return assignedNames(tree, tree).assigned;
}
