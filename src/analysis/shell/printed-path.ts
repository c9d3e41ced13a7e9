import type { PipelineNode, Redirection, SyntaxNode, Word } from '../../syntax/bash/tree.ts';

/** One way through a part of a script, and what is printed on it. */
export interface PrintedPath {
  /** The commands that print a sentence. */
  readonly messages: readonly SyntaxNode[];
  /** Whether something is printed that is a value and nothing else. */
  readonly value: boolean;
  /** How the part ends: `good` and `bad` by `return` or `exit`. */
  readonly flow: 'on' | 'break' | 'continue' | 'good' | 'bad';
  /** The status so far, as far as it is known to be 0 or not. */
  readonly status: 'zero' | 'other' | 'unknown';
}

/** Paths out of a function or an inner shell: `return` and `exit` end that alone. */
export function inner(paths: readonly PrintedPath[]): readonly PrintedPath[] {
  return paths.map((one) => {
    if (one.flow === 'good') return { ...one, flow: 'on', status: 'zero' };
    return one.flow === 'bad' ? { ...one, flow: 'on', status: 'other' } : one;
  });
}

/** Nodes with one more, each of them once. */
export function withNode(nodes: readonly SyntaxNode[], node: SyntaxNode): readonly SyntaxNode[] {
  return nodes.includes(node) ? nodes : [...nodes, node];
}

/** The status behind `!`. */
export const opposite = { zero: 'other', other: 'zero', unknown: 'unknown' } as const;

/** How `return` and `exit` end a function or an inner shell. */
export function endOf(status: Word | undefined, path: PrintedPath): 'good' | 'bad' {
  if (status === undefined) return path.status === 'other' ? 'bad' : 'good';
  return status.text === '0' ? 'good' : 'bad';
}

/** Whether redirections send the standard output elsewhere. */
export function isLedAway(redirections: readonly Redirection[]): boolean {
  return redirections.some(
    (one) =>
      one.type === 'Redirect' &&
      one.operator.includes('>') &&
      one.operator !== '<>' &&
      (one.descriptor === undefined ||
        (one.descriptor.type === 'FileDescriptor' && one.descriptor.value === 1)),
  );
}

/** Whether a member of a pipeline passes on what it reads. */
export function isPassedOn(node: PipelineNode | undefined): boolean {
  return node?.type === 'Command' && node.name?.value === 'tee' && !isLedAway(node.redirects);
}
