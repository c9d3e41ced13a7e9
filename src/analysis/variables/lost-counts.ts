import type { Script } from '../../model/script.ts';
import type { NodeOf, SyntaxNode } from '../../syntax/bash/tree.ts';
import { allNodes } from '../../syntax/bash/walk.ts';
import type { AnalysisContext } from '../analysis.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import { setBy } from './assignments.ts';
import { type Read, readsIn } from './flow.ts';

/** A variable that a loop behind a pipe changes, and that is read as if it had the new value. */
export interface LostCount {
  readonly read: Read;
  /** The place in the loop that changes it. */
  readonly set: { readonly start: number; readonly end: number };
}

/** What a count, a list or a flag begins with. */
const beginnings = /^(|""|''|0|"0"|1|\d+|false|true|no|yes|none|"?(false|true|no|yes)"?)$/;

/** The counts, lists and flags that begin in this shell, are changed in a loop behind a pipe and are read behind it. */
export function lostCounts(script: Script, context: AnalysisContext): readonly LostCount[] {
  const { nodes, faults } = context.ask(parsedScript, script);
  if (faults.length > 0 || script.shell.text.includes('lastpipe')) return [];
  const found: LostCount[] = [];
  for (const node of nodes('Script', 'CompoundList')) {
    const begun = new Set<string>();
    for (const [index, { command }] of node.commands.entries()) {
      if (command.type === 'Pipeline' && command.commands.length > 1) {
        const loop = command.commands.at(-1);
        for (const [name, set] of loop?.type === 'While' || loop?.type === 'For' ? changedIn(loop) : []) {
          if (!begun.has(name)) continue;
          const read = firstRead(name, node.commands.slice(index + 1));
          if (read !== undefined) found.push({ read, set });
        }
      }
      if (begun.size > 0)
        for (const inner of allNodes(command)) for (const { name } of setBy(inner)) begun.delete(name);
      const part = command.type === 'Command' && command.name === undefined ? command.prefix[0] : undefined;
      if (part?.type !== 'Assignment' || part.value.type !== 'Word') continue;
      if (beginnings.test(part.value.text)) begun.add(part.name);
    }
  }
  return found;
}

/** What a loop's body changes, what it reads from its input left out. */
function changedIn(loop: NodeOf<'While' | 'For'>): ReadonlyMap<string, LostCount['set']> {
  const changed = new Map<string, LostCount['set']>();
  for (const inner of allNodes(loop.body))
    for (const { name, at } of setBy(inner))
      if (!changed.has(name)) changed.set(name, { start: at.pos, end: at.end });
  return changed;
}

/** The first read behind the loop, where nothing has set the variable anew. */
function firstRead(name: string, statements: readonly { readonly command: SyntaxNode }[]): Read | undefined {
  for (const statement of statements) {
    const read = readsIn(statement as Parameters<typeof readsIn>[0]).find((one) => one.name === name);
    if (read !== undefined) return read.assigned === name ? undefined : read;
    for (const inner of allNodes(statement.command))
      for (const { name: other } of setBy(inner)) if (other === name) return undefined;
  }
  return undefined;
}
