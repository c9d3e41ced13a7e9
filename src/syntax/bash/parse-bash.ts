import { parse } from 'unbash';
import type { Finding } from '../../diagnostics/finding.ts';
import type { MappedText } from '../../source/mapped-text.ts';
import type { Span } from '../../source/span.ts';
import { hereDocumentFault } from './here-document-fault.ts';
import { syntaxFault } from './syntax-fault.ts';
import type { NodesOfTypes, ScriptNode } from './tree.ts';
import { nodesOfTypes } from './walk.ts';

/** A shell script as a tree, with the faults that keep it from being one. */
export interface BashScript {
  readonly text: MappedText;
  readonly tree: ScriptNode;
  /** What `bash -n` would refuse or warn of, where it is wrong; at most one, because the rest follows from it. */
  readonly faults: readonly Finding[];
  /** The nodes of the named types, at any depth, parents before their children. */
  readonly nodes: NodesOfTypes;
  /** Where a node is written. Not for nodes of a tree that has a `source` of its own. */
  spanOf(node: { readonly pos: number; readonly end: number }): Span;
}

/**
 * Reads a text as bash, tolerantly: there is always a tree, whatever the text.
 *
 * Bash's own words for a fault ("syntax error near unexpected token") say less than the parser's, so these are kept.
 */
export function parseBash(text: MappedText): BashScript {
  const deep = depthFault(text);
  if (deep !== undefined) return unread(text, deep);
  let tree: ReturnType<typeof parse>;
  try {
    tree = parse(text.text);
  } catch (error) {
    // The parser recurses; on a text made to be deep without brackets the stack ends before its own limit does.
    if (error instanceof RangeError) return unread(text, tooDeep(text.spanOf(0, 1)));
    throw error;
  }
  const nodes = nodesOfTypes(tree);
  const first = tree.errors?.[0];
  // What an open here-document swallows, others miss.
  const swallowed =
    first === undefined || first.pos >= text.text.trimEnd().length
      ? hereDocumentFault(text, nodes('HereDoc'))
      : undefined;
  const fault = swallowed ?? (first === undefined ? undefined : syntaxFault(text, first.message, first.pos));
  return {
    text,
    tree,
    nodes,
    faults: fault === undefined ? [] : [fault],
    spanOf: (node) => text.spanOf(node.pos, node.end),
  };
}

function unread(text: MappedText, fault: Finding): BashScript {
  const tree = parse('');
  return {
    text,
    tree,
    nodes: nodesOfTypes(tree),
    faults: [fault],
    spanOf: (node) => text.spanOf(node.pos, node.end),
  };
}

function tooDeep(at: Span): Finding {
  return {
    message: `commands are nested more than ${maxNesting} levels deep here, so the script is not read`,
    at,
    help: 'split the script into functions or files',
  };
}

/** Deeper nesting than this is no script that somebody wrote, and costs the parser time without end. */
const maxNesting = 200;

/** Whether a script nests deeper than is read; other tools should not be given it either. */
export function isTooDeep(text: MappedText): boolean {
  return depthFault(text) !== undefined;
}

/** A text with too many brackets open at once, counted without regard to quotes. */
function depthFault(text: MappedText): Finding | undefined {
  if ((text.text.match(/[({]/g)?.length ?? 0) <= maxNesting) return undefined;
  let depth = 0;
  for (const { 0: bracket, index } of text.text.matchAll(/[(){}]/g)) {
    depth = bracket === '(' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maxNesting) return tooDeep(text.spanOf(index, index + 1));
  }
  return undefined;
}
