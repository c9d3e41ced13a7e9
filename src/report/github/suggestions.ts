import type { SourceLines } from '../document/document-of.ts';
import type {
  DocumentDiagnostic,
  DocumentFix,
  DocumentPlace,
  ReportDocument,
} from '../document/report-document.ts';
import { markdownBlock, markdownCode, markdownText } from '../markdown/markdown-text.ts';
import { markName } from './mark-name.ts';

/** One review comment with a repair to apply by a click, in the names of GitHub's API. */
export interface Suggestion {
  readonly path: string;
  readonly line: number;
  readonly side: 'RIGHT';
  readonly start_line?: number;
  readonly start_side?: 'RIGHT';
  readonly body: string;
  /** By which the comment is recognised when the check runs again. */
  readonly key: string;
}

/** Comments that one review may have, so that a pull request stays readable. */
export const mostSuggestions = 20;

/**
 * The repairs of a report as review comments: only where all lines that the repair touches are part of the change,
 * because GitHub takes comments nowhere else.
 *
 * @param use the name of this use of the action: two may find the same in two folders
 */
export function suggestionsOf(
  document: Pick<ReportDocument, 'diagnostics'>,
  lines: SourceLines,
  inDiff: (path: string, line: number) => boolean,
  use = '',
): readonly Suggestion[] {
  const taken = new Set<string>();
  const suggestions: Suggestion[] = [];
  for (const one of document.diagnostics) {
    if (suggestions.length >= mostSuggestions) break;
    const repaired = one.fix && repairedLines(one.path, one.fix, lines);
    if (repaired === undefined) continue;
    const { first, last, text } = repaired;
    const touched = Array.from({ length: Math.min(last - first + 1, 100) }, (_, index) => first + index);
    if (last - first >= 100 || !touched.every((line) => inDiff(one.path, line))) continue;
    const places = touched.map((line) => `${line}:${one.path}`);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    suggestions.push({
      path: one.path,
      line: last,
      side: 'RIGHT',
      ...(first < last && { start_line: first, start_side: 'RIGHT' as const }),
      body: bodyOf(one, text, use),
      key: suggestionKey(one.fingerprint, use),
    });
  }
  return suggestions;
}

/** The mark by which a comment is known to be ours, for one finding of one use of the action. */
export function suggestionKey(fingerprint: string, use = ''): string {
  const of = use === '' ? '' : ` of ${markName(use)}`;
  return `<!-- pw-workflow-check suggestion ${fingerprint.replace(/[^A-Za-z0-9]/g, '')}${of} -->`;
}

function bodyOf(one: DocumentDiagnostic, text: string, use: string): string {
  const title = one.fix === undefined ? '' : ` ${markdownText(one.fix.title)}.`;
  return `${suggestionKey(one.fingerprint, use)}\n${markdownText(one.message)} ${markdownCode(one.rule)}\n\n${title.trim()}\n\n${markdownBlock(text, 'suggestion')}\n`;
}

/** The lines that a repair touches, and what stands there afterwards; nothing when it is not all in this file. */
function repairedLines(
  path: string,
  fix: DocumentFix,
  lines: SourceLines,
): { readonly first: number; readonly last: number; readonly text: string } | undefined {
  const source = lines(path);
  if (source === undefined || fix.edits.some((edit) => edit.path !== path)) return undefined;
  const first = Math.min(...fix.edits.map((edit) => edit.range.start.line));
  const last = Math.max(...fix.edits.map((edit) => edit.range.end.line));
  if (last > source.count || last - first > 200) return undefined;
  const rows: string[] = [];
  for (let line = first; line <= last; line++) rows.push(source.lineText(line));
  const before = rows.join('\n');
  const offsetOf = (place: DocumentPlace): number => {
    const above = rows.slice(0, place.line - first).reduce((sum, row) => sum + row.length + 1, 0);
    return above + Math.min(place.column - 1, rows[place.line - first]?.length ?? 0);
  };
  const edits = fix.edits
    .map((edit) => ({ start: offsetOf(edit.range.start), end: offsetOf(edit.range.end), text: edit.text }))
    .sort((a, b) => b.start - a.start || b.end - a.end);
  let text = before;
  let limit = before.length;
  for (const edit of edits) {
    if (edit.end > limit) return undefined;
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    limit = edit.start;
  }
  // Controls could not be told from what the block shows in their place.
  return text === before || /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text)
    ? undefined
    : { first, last, text };
}
