import type { Command, ScriptNode, SyntaxNode } from '../../syntax/bash/tree.ts';
import { childrenOf } from '../../syntax/bash/walk.ts';

/** One of several parts of a script of which only one is carried out. */
interface Branch {
  readonly index: number;
  readonly count: number;
}

/** The branches in which each command stands, the outermost first; commands outside of all are left out. */
export function branchesOf(tree: ScriptNode): ReadonlyMap<Command, readonly Branch[]> {
  const found = new Map<Command, readonly Branch[]>();
  const pending: { readonly node: SyntaxNode; readonly branches: readonly Branch[] }[] = [
    { node: tree, branches: [] },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, branches } = next;
    if (node.type === 'Command' && branches.length > 0) found.set(node, branches);
    const bodies = bodiesOf(node);
    for (const child of childrenOf(node)) {
      const index = bodies.indexOf(child);
      const branch = { index, count: bodies.length };
      // What Case and If hold otherwise, words and conditions, is carried out with any branch.
      pending.push({
        node: child,
        branches: index === -1 || bodies.length < 2 ? branches : [...branches, branch],
      });
    }
  }
  return found;
}

/** Whether commands in these branches run when of every `if` and `case` the branch of this number is taken. */
export function isTaken(branches: readonly Branch[], choice: number): boolean {
  return branches.every(({ index, count }) => index === choice % count);
}

function bodiesOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === 'If') {
    return [node.then, ...node.elif, ...(node.else === undefined ? [] : [node.else])];
  }
  return node.type === 'Case' ? node.items : [];
}
