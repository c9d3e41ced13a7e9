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
  let known: ReadonlyMap<string, readonly Numbered[]> | undefined;
  return <Type extends SyntaxNode['type']>(...types: readonly Type[]) => {
    known ??= numberedByType(root);
    const found = types.flatMap((type) => known?.get(type) ?? []);
    if (types.length > 1) found.sort((one, other) => one.number - other.number);
    return found.map(({ node }) => node as NodeOf<Type>);
  };
}

/** A node with its place in the order in which a walk meets them. */
interface Numbered {
  readonly number: number;
  readonly node: SyntaxNode;
}

function numberedByType(root: SyntaxNode): ReadonlyMap<string, readonly Numbered[]> {
  const groups = new Map<string, Numbered[]>();
  let number = 0;
  for (const node of allNodes(root)) {
    const group = groups.get(node.type);
    if (group === undefined) groups.set(node.type, [{ number, node }]);
    else group.push({ number, node });
    number++;
  }
  return groups;
}
