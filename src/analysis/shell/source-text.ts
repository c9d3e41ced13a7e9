import { isBlock, type Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';

/** What a file of its own has at a place; `undefined` for blocks, whose places are those of the workflow. */
export function sourceText(script: Script, at: Span): string | undefined {
  if (isBlock(script) || at.file !== script.path) return undefined;
  return script.source?.text.slice(at.start, at.end);
}
