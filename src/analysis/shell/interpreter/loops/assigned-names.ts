import type { ScriptNode, SyntaxNode } from '../../../../syntax/bash/tree.ts';
import { childrenOf } from '../../../../syntax/bash/walk.ts';

const declares: ReadonlySet<string> = new Set(['local', 'declare', 'typeset', 'export', 'readonly', 'unset']);
const reads: ReadonlySet<string> = new Set(['read', 'mapfile', 'readarray', 'getopts', 'let']);

/** The variables that a part of a script may change. */
export interface AssignedNames {
  /** Those that it may assign or take away; `any` when a text is evaluated in it. */
  readonly assigned: ReadonlySet<string> | 'any';
  /** Those that it may take away. */
  readonly unset: ReadonlySet<string> | 'any';
}

/** The variables that a part of a script may change, functions of the script that it calls included. */
export function assignedNames(node: SyntaxNode, script: ScriptNode): AssignedNames {
  const names = new Set<string>();
  const unset = new Set<string>();
  const functions = new Map<string, SyntaxNode>();
  const called = new Set<string>();
  const pending: SyntaxNode[] = [node];
  let any = false;
  let definitions = false;
  let steps = 0;
  while (pending.length > 0) {
    const one = pending.pop();
    if (one === undefined) break;
    if (++steps > 20_000) return { assigned: 'any', unset: 'any' };
    if (one.type === 'Assignment') names.add(one.name);
    else if (one.type === 'Coproc') {
      const name = one.name?.value ?? 'COPROC';
      names.add(name).add(`${name}_PID`);
    } else if (one.type === 'For' || one.type === 'Select') names.add(one.name.value);
    else if (one.type === 'ParameterExpansion') {
      if (one.operation?.type === 'Default' && one.operation.operator.includes('=')) names.add(one.parameter);
    } else if (one.type === 'ArithmeticBinary' && /^[^=!<>]*=$/.test(one.operator)) {
      if (one.left.type === 'ArithmeticWord') names.add(one.left.value);
    } else if (one.type === 'ArithmeticUnary' && /^(\+\+|--)$/.test(one.operator)) {
      if (one.operand.type === 'ArithmeticWord') names.add(one.operand.value);
    } else if (one.type === 'Command' && one.name !== undefined) {
      const name = one.name.value;
      if (name === 'eval' || name === 'source' || name === '.') any = true;
      if (name === 'wait' && one.args.some((argument) => argument.text === '-p')) {
        for (const argument of one.args) names.add(argument.text);
      }
      if (declares.has(name) || reads.has(name) || (name === 'printf' && one.args[0]?.text === '-v')) {
        for (const argument of one.args) {
          const written = name === 'let' ? /[A-Za-z_]\w*/g : /^[A-Za-z_]\w*/g;
          for (const [variable] of argument.text.matchAll(written)) {
            names.add(variable);
            if (name === 'unset') unset.add(variable);
          }
        }
        if (reads.has(name)) names.add('REPLY');
      }
      if (!called.has(name)) {
        called.add(name);
        if (!definitions) {
          definitions = true;
          collect(script, functions);
        }
        const body = functions.get(name);
        if (body !== undefined) pending.push(body);
      }
    }
    pending.push(...childrenOf(one));
  }
  return any ? { assigned: 'any', unset: 'any' } : { assigned: names, unset };
}

function collect(script: ScriptNode, functions: Map<string, SyntaxNode>): void {
  const pending: SyntaxNode[] = [script];
  while (pending.length > 0) {
    const one = pending.pop();
    if (one === undefined) break;
    if (one.type === 'Function') functions.set(one.name.value, one.body);
    if (one.type === 'Word') continue;
    pending.push(...childrenOf(one));
  }
}
