import { lineIndex } from '../source/line-index.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';

/** One rule that a comment allows: `# pw-check: allow RULE[, RULE] -- reason`. */
export interface Allowance {
  readonly rule: string;
  /** Where the rule's name stands. */
  readonly at: Span;
  /** `undefined` when none is given. */
  readonly reason: string | undefined;
  /** The whole comment. */
  readonly comment: Span;
  /** The lines that it speaks for, counted from 1. */
  readonly lines: { readonly first: number; readonly last: number };
}

/** Every allowance of a file, in YAML comments and in the shell comments of its blocks alike. */
export function readAllowances(file: SourceFile): readonly Allowance[] {
  const { text, path } = file;
  if (!text.includes('pw-check:')) return [];
  const lines = lineIndex(text);
  const found: Allowance[] = [];
  for (let line = 1; line <= lines.count; line++) {
    const content = lines.lineText(line);
    const match = /(?:^|\s)(#\s*pw-check:\s*allow(?![\w-]))(.*)$/.exec(content);
    if (match === null) continue;
    const comment =
      lines.startOf(line) + match.index + match[0].length - (match[1] ?? '').length - (match[2] ?? '').length;
    const end = lines.startOf(line) + content.length;
    const words = match[2] ?? '';
    const from = comment + (match[1] ?? '').length;
    const separator = /(^|\s)--(\s|$)/.exec(words);
    const names = separator === null ? words : words.slice(0, separator.index);
    const reason = separator === null ? '' : words.slice(separator.index + separator[0].length).trim();
    const alone = content.trimStart().startsWith('#');
    const reach = { first: line, last: alone ? targetOf(lines, line) : line };
    const common = {
      reason: reason === '' ? undefined : reason,
      comment: { file: path, start: comment, end },
      lines: reach,
    };
    let any = false;
    for (const name of names.matchAll(/[^\s,]+/g)) {
      any = true;
      const start = from + name.index;
      found.push({ rule: name[0], at: { file: path, start, end: start + name[0].length }, ...common });
    }
    if (!any) found.push({ rule: '', at: common.comment, ...common });
  }
  return found;
}

/** The line that a comment on its own line speaks for: the next one that says something, to its continued end. */
function targetOf(lines: ReturnType<typeof lineIndex>, comment: number): number {
  let line = comment + 1;
  while (line <= lines.count && /^\s*(#.*)?$/.test(lines.lineText(line))) line++;
  while (line < lines.count && /(^|[^\\])(\\\\)*\\$/.test(lines.lineText(line))) line++;
  return Math.min(line, lines.count);
}
