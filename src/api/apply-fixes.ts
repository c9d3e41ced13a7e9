import { applicableFixes } from '../lint/apply-fixes.ts';
import { applyEdits, editsByFile } from '../lint/edits.ts';
import { textFiles } from '../ports/text-files.ts';
import { lineIndex } from '../source/line-index.ts';
import { filePath } from '../source/span.ts';
import { textsByPath } from './texts-by-path.ts';
import type { Finding, Fix, FixedTexts, Texts } from './types.ts';

/**
 * Applies the fixes of findings to the texts that they were found in: in the order of the findings, each whole or not at all,
 * none over another one, and none that would break a YAML file. What is left out is found again by the next lint.
 *
 * @param safety `unsafe` also applies fixes that may guess; by default only those that keep the meaning
 */
export function applyFixes(
  texts: Texts,
  findings: readonly Finding[],
  safety: Fix['safety'] = 'safe',
): FixedTexts {
  const offered = findings.flatMap((finding) => {
    const [first, ...rest] = finding.fix?.edits.map((edit) => offsetsOf(edit, texts[edit.path] ?? '')) ?? [];
    if (finding.fix === undefined || first === undefined) return [];
    return [{ finding, fix: { ...finding.fix, edits: [first, ...rest] as const } }];
  });
  const taken = applicableFixes(offered, safety, textFiles(textsByPath(texts)));
  const after: Record<string, string> = { ...texts };
  for (const [path, edits] of editsByFile(taken.flatMap(({ fix }) => fix.edits))) {
    after[path] = applyEdits(texts[path] ?? '', edits);
  }
  return { texts: after, applied: taken.map(({ finding }) => finding) };
}

function offsetsOf({ path, range, text }: Fix['edits'][number], before: string) {
  const lines = lineIndex(before);
  const offsetOf = ({ line, column }: typeof range.start): number => lines.startOf(line) + column - 1;
  return {
    span: { file: filePath(path), start: offsetOf(range.start), end: offsetOf(range.end) },
    replacement: text,
  };
}
