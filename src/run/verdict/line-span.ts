import { lineIndex } from '../../source/line-index.ts';
import { mappedFile } from '../../source/mapped-text.ts';
import type { FilePath, Span } from '../../source/span.ts';

/** A line's characters without its indentation. */
export function lineSpan(path: FilePath, text: string, line: number): Span {
  const index = lineIndex(text);
  const start = index.startOf(line);
  const written = index.lineText(line);
  const indent = written.length - written.trimStart().length;
  return mappedFile({ path, text }).spanOf(
    start + indent,
    start + Math.max(indent, written.trimEnd().length),
  );
}
