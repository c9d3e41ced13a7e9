import { parse } from 'unbash';
import type { Finding, Label } from '../../diagnostics/finding.ts';
import type { MappedText } from '../../source/mapped-text.ts';
import type { Span } from '../../source/span.ts';
import type { ScriptNode } from './tree.ts';

/** A shell script as a tree, with the faults that keep it from being one. */
export interface BashScript {
  readonly text: MappedText;
  readonly tree: ScriptNode;
  /** What `bash -n` would refuse, at the place where it is wrong; at most one, because the rest follows from it. */
  readonly faults: readonly Finding[];
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
  const first = tree.errors?.[0];
  return {
    text,
    tree,
    faults: first === undefined ? [] : [faultOf(text, first.message, first.pos)],
    spanOf: (node) => text.spanOf(node.pos, node.end),
  };
}

function unread(text: MappedText, fault: Finding): BashScript {
  return { text, tree: parse(''), faults: [fault], spanOf: (node) => text.spanOf(node.pos, node.end) };
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
  let depth = 0;
  for (let at = 0; at < text.text.length; at++) {
    const code = text.text.charCodeAt(at);
    if (code === 40 || code === 123) depth++;
    else if (code === 41 || code === 125) depth = Math.max(0, depth - 1);
    if (depth > maxNesting) return tooDeep(text.spanOf(at, at + 1));
  }
  return undefined;
}

/** The word that opens what each of these words closes. */
const openers: Readonly<Record<string, readonly string[]>> = {
  fi: ['if'],
  done: ['do', 'while', 'until', 'for', 'select'],
  esac: ['case'],
  '}': ['{'],
  ')': ['('],
};

function faultOf(text: MappedText, message: string, offset: number): Finding {
  const source = text.text;
  const at = Math.min(offset, source.length);
  const missing = /^expected '([^']+)'/.exec(message)?.[1];
  const end = source.trimEnd().length;
  if (at >= end && missing !== undefined) {
    const opener = openerOf(text, missing);
    const last = lastWord(source, end);
    return {
      message: `shell syntax: ${message}, but the script ends here`,
      at: text.spanOf(last, end),
      ...(opener !== undefined && { related: [opener] }),
      help: `add the missing \`${missing}\`, or remove what opens it`,
    };
  }
  const word = /^\S+/.exec(source.slice(at))?.[0] ?? '';
  const length = /^(["'`]|\$\(|\$\{|<<)/.exec(word)?.[0].length ?? Math.min(word.length, 40);
  return {
    message: `shell syntax: ${message}`,
    at: text.spanOf(at, at + Math.max(length, at < source.length ? 1 : 0)),
    help: 'bash stops with a syntax error here, so nothing from this line on is run',
  };
}

/** The last opener that was never closed, told by counting the words at the beginning of commands. */
function openerOf(text: MappedText, closer: string): Label | undefined {
  const opener = openers[closer];
  if (opener === undefined || closer === '}' || closer === ')') return undefined;
  const first = opener[0] ?? '';
  const stack: number[] = [];
  for (const match of text.text.matchAll(
    /(?:^|[;&|]|\b(?:then|do|else)\b)[ \t]*(if|fi|case|esac|do|done)\b|;[ \t]*(do|done|fi|esac)\b/gm,
  )) {
    const word = match[1] ?? match[2] ?? '';
    const place = match.index + match[0].length - word.length;
    if (word === first) stack.push(place);
    else if (word === closer) stack.pop();
  }
  const place = stack.at(-1);
  if (place === undefined) return undefined;
  return { span: text.spanOf(place, place + first.length), text: `\`${first}\` is opened here` };
}

function lastWord(source: string, end: number): number {
  let start = end;
  while (start > 0 && !/\s/.test(source[start - 1] ?? ' ')) start--;
  return start;
}
