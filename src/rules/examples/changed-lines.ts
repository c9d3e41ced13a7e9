import { indented } from './indented.ts';

/**
 * What differs from a usual text: another text, or lines of it, without indentation, and
 * what stands there instead.
 */
export type Changes = string | { readonly [line: string]: string };

/**
 * The usual text with some lines changed; a line that becomes an empty text goes.
 *
 * @throws when one of the lines does not stand in the usual text exactly once
 */
export function changedLines(usual: string, changes: Changes | undefined): string {
  if (changes === undefined) return usual;
  if (typeof changes === 'string') return changes;
  return Object.entries(changes).reduce(changedLine, usual);
}

function changedLine(text: string, [line, instead]: readonly [string, string]): string {
  const lines = text.trimEnd().split('\n');
  const at = lines.findIndex((one) => one.trim() === line);
  const found = lines[at];
  if (found === undefined || lines.findLastIndex((one) => one.trim() === line) !== at)
    throw new Error(`the usual text of an example does not have this line once: ${line}`);
  const depth = found.length - found.trimStart().length;
  const changed = instead === '' ? '' : indented(instead, depth);
  return [
    ...lines.slice(0, at).map((one) => `${one}\n`),
    changed,
    ...lines.slice(at + 1).map((one) => `${one}\n`),
  ].join('');
}
