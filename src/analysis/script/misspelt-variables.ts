import { suggest } from '../../base/suggest.ts';
import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import { allNodes } from '../../syntax/bash/walk.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from '../parsed-script.ts';
import { assignedNames } from './assigned-names.ts';
import { scriptBehaviour } from './behaviour.ts';
import { mentionedVariables } from './foreign-variables.ts';

/** A variable that nothing sets, and the one that was probably meant. */
export interface MisspeltVariable {
  readonly name: string;
  readonly near: string;
  readonly at: Span;
}

/**
 * The variables of a script that nobody sets and that differ by a slip of the fingers from one that the script sets:
 * two letters swapped, one doubled, missing or wrong, in a name of at least six letters.
 */
export function misspeltVariables(script: Script, context: AnalysisContext): readonly MisspeltVariable[] {
  // Reading a script is dear; in most no name is near another.
  if (!mayHaveSlip(script)) return [];
  const { tree } = context.ask(parsedScript, script);
  const own = new Set<string>();
  for (const node of allNodes(tree)) {
    if (node.type === 'Assignment') own.add(node.name);
    else if (node.type === 'For') own.add(node.name.value);
  }
  const { assigned } = assignedNames(tree, tree);
  const found = new Map<string, MisspeltVariable>();
  for (const event of context.ask(scriptBehaviour, script).events) {
    if (event.kind !== 'variable' || event.set === 'maybe' || event.guarded || event.at.file !== script.path)
      continue;
    const { name } = event;
    if (name.length < 6 || own.has(name) || (assigned !== 'any' && assigned.has(name)) || found.has(name))
      continue;
    const near = suggest(
      name,
      [...own].filter((one) => isSlip(name, one)),
    );
    if (near !== undefined) found.set(name, { name, near, at: event.at });
  }
  return [...found.values()];
}

/** Whether the text alone mentions a name that is near one that it seems to assign. */
function mayHaveSlip(script: Script): boolean {
  const assigned = new Set<string>();
  for (const [, name = ''] of script.shell.text.matchAll(/\b([A-Za-z_]\w{4,})\+?=/g)) {
    assigned.add(name);
  }
  for (const [, name = ''] of script.shell.text.matchAll(/\bfor\s+([A-Za-z_]\w{4,})/g)) assigned.add(name);
  for (const name of mentionedVariables(script)) {
    if (name.length < 6 || assigned.has(name)) continue;
    for (const one of assigned) {
      if (Math.abs(one.length - name.length) <= 1 && isSlip(name, one)) return true;
    }
  }
  return false;
}

/** Whether two names differ by one slip that does not make another word of it, such as a plural or a number. */
function isSlip(name: string, other: string): boolean {
  if (name.toLowerCase() === other.toLowerCase() || Math.abs(name.length - other.length) > 1) return false;
  if (`${name}s`.toLowerCase() === other.toLowerCase() || `${other}s`.toLowerCase() === name.toLowerCase())
    return false;
  if (name.replace(/\d/g, '') === other.replace(/\d/g, '')) return false;
  const letters = (text: string) => [...text.toLowerCase()].sort().join('');
  if (letters(name) === letters(other)) return true;
  // One letter more or less within the name, not a prefix or an ending.
  if (name.length === other.length) return false;
  return name[0] === other[0] && name.at(-1) === other.at(-1);
}
