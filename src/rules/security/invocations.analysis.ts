import type { AnalysisContext } from '../../analysis/analysis.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import type { Script } from '../../model/script.ts';
import type { HereDoc } from '../../syntax/bash/tree.ts';

/** A text that is, or becomes, one command line. */
export interface Invocation {
  /** As written, with line continuations turned into blanks of the same length. */
  readonly text: string;
  /** Its offset into the script. */
  readonly start: number;
}

/**
 * The command lines of a script, also those that are not run where they stand: kept in a variable, or written into
 * another script by a here-document that begins with `#!`. In the order in which they are written.
 */
export function invocations(script: Script, context: AnalysisContext): readonly Invocation[] {
  const source = script.shell.text;
  const found: Invocation[] = [];
  const seen = new Set<HereDoc>();
  for (const { node, redirections } of context.ask(shellCommands, script).commands) {
    const words = [...node.prefix, ...(node.name === undefined ? [] : [node.name]), ...node.suffix];
    const last = words.filter((word) => word.type === 'Word' || word.type === 'Assignment').at(-1);
    if (node.name !== undefined) found.push(line(source, node.name.pos, last?.end ?? node.end));
    for (const part of words) {
      if (part.type === 'Assignment' && part.value.type === 'Word' && /\s/.test(part.value.text)) {
        found.push(line(source, part.value.pos, part.value.end));
      }
    }
    for (const redirection of redirections) {
      if (redirection.type !== 'HereDoc' || seen.has(redirection)) continue;
      seen.add(redirection);
      found.push(...scriptLines(redirection));
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function line(source: string, start: number, end: number): Invocation {
  return { text: joined(source.slice(start, end)), start };
}

function scriptLines({ body }: HereDoc): readonly Invocation[] {
  if (!body.text.startsWith('#!')) return [];
  const found: Invocation[] = [];
  let start = 0;
  for (const text of joined(body.text).split('\n')) {
    if (!/^\s*(#|$)/.test(text)) found.push({ text, start: body.pos + start });
    start += text.length + 1;
  }
  return found;
}

function joined(text: string): string {
  return text.replace(/\\\r?\n/g, (match) => ' '.repeat(match.length));
}
