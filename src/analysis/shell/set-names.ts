import type { Script } from '../../model/script.ts';
import type { NodeOf } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from './parsed-script.ts';

/** Where a script gives a variable a value by name. */
export interface SetName {
  readonly name: string;
  /** Offset into the script's text. */
  readonly pos: number;
  readonly end: number;
  /** The assignment, where it is one. */
  readonly assignment: NodeOf<'Assignment'> | undefined;
}

const readers: ReadonlySet<string> = new Set([
  'read',
  'mapfile',
  'readarray',
  'getopts',
  'local',
  'declare',
  'typeset',
]);

/** Every place at which a script sets a variable by its name, in the order of the text; what it reads in is not known. */
export function setNames(script: Script, context: AnalysisContext): readonly SetName[] {
  const found: SetName[] = [];
  const { nodes } = context.ask(parsedScript, script);
  for (const node of nodes('Assignment', 'For', 'Select', 'ParameterExpansion', 'Command')) {
    const { pos, end } = node;
    if (node.type === 'Assignment') found.push({ name: node.name, pos, end, assignment: node });
    else if (node.type === 'For' || node.type === 'Select') {
      found.push({ name: node.name.value, pos: node.name.pos, end: node.name.end, assignment: undefined });
    } else if (node.type === 'ParameterExpansion') {
      if (node.operation?.type === 'Default' && node.operation.operator.endsWith('=')) {
        found.push({ name: node.parameter, pos, end, assignment: undefined });
      }
    } else {
      const printsInto = node.name?.value === 'printf' && node.args[0]?.text === '-v';
      if (!printsInto && !readers.has(node.name?.value ?? '')) continue;
      for (const argument of node.args) {
        if (argument.type !== 'Word' || !/^[A-Za-z_]\w*$/.test(argument.text)) continue;
        found.push({ name: argument.text, pos: argument.pos, end: argument.end, assignment: undefined });
      }
    }
  }
  return found.sort((one, other) => one.pos - other.pos);
}
