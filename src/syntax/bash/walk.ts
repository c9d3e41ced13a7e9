import { forEachChild } from 'unbash';
import type { NodeOf, NodesOfTypes, SyntaxNode } from './tree.ts';

/** The nodes directly inside a node, in order. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

/** Every node of a tree, parents before their children; bounded only by the tree. */
export function* allNodes(root: SyntaxNode): Generator<SyntaxNode> {
  const pending: SyntaxNode[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node === undefined) return;
    yield node;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) pending.push(child);
    }
  }
}

/** The nodes of a tree by their types; the tree is walked once, at the first question. */
export function nodesOfTypes(root: SyntaxNode): NodesOfTypes {
  let known: readonly SyntaxNode[] | undefined;
  return <Type extends SyntaxNode['type']>(...types: readonly Type[]) => {
    known ??= [...allNodes(root)];
    const wanted: readonly string[] = types;
    return known.filter((node): node is NodeOf<Type> => wanted.includes(node.type));
  };
}
