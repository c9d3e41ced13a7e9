import type { Edit } from '../diagnostics/finding.ts';
import { type FilePath, overlaps } from '../source/span.ts';

/** Edits by the file that they change. */
export function editsByFile(edits: readonly Edit[]): ReadonlyMap<FilePath, readonly Edit[]> {
  const byFile = new Map<FilePath, Edit[]>();
  for (const edit of edits) {
    const known = byFile.get(edit.span.file);
    if (known === undefined) byFile.set(edit.span.file, [edit]);
    else known.push(edit);
  }
  return byFile;
}

/**
 * A text after edits that do not overlap, in any order. Line breaks that an edit brings are written as the text
 * writes its own.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const breaks = /\r\n/.test(text) && !/[^\r]\n/.test(text) ? '\r\n' : '\n';
  const ordered = [...edits].sort((left, right) => left.span.start - right.span.start);
  let result = '';
  let from = 0;
  for (const { span, replacement } of ordered) {
    result += text.slice(from, span.start) + replacement.replace(/\r?\n/g, breaks);
    from = span.end;
  }
  return result + text.slice(from);
}

/** Whether two edits touch the same characters, or insert at the same place. */
export function conflicts(left: Edit, right: Edit): boolean {
  const samePlace = left.span.file === right.span.file && left.span.start === right.span.start;
  return samePlace || overlaps(left.span, right.span);
}
