import { analysisContext } from '../../src/analysis/analysis.ts';
import type { Reading } from '../../src/editor/typing/last-good.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { type FilePath, filePath } from '../../src/source/span.ts';

/** A small repository with a caret in one of its files. */
export interface AtCaret {
  readonly reading: Reading;
  readonly path: FilePath;
  readonly offset: number;
  readonly texts: ReadonlyMap<FilePath, string>;
}

/** Reads a repository in which a `|` marks the caret: paths to texts, or the text of one workflow. */
export function atCaret(repository: string | Readonly<Record<string, string>>): AtCaret {
  const marked = typeof repository === 'string' ? { 'workflows/demo/workflow.yaml': repository } : repository;
  const texts = new Map<FilePath, string>();
  let caret: { readonly path: FilePath; readonly offset: number } | undefined;
  for (const [name, text] of Object.entries(marked)) {
    const path = filePath(name);
    // A pipe of the language is written as two.
    const at = text.replaceAll('||', '\0\0').indexOf('|');
    const plain = at === -1 ? text : text.slice(0, at) + text.slice(at + 1);
    if (at !== -1) caret = { path, offset: text.slice(0, at).replaceAll('||', '|').length };
    texts.set(path, plain.replaceAll('||', '|'));
  }
  if (caret === undefined) throw new Error('no caret');
  const { workspace } = openWorkspace(memoryFiles(Object.fromEntries(texts)));
  const context = analysisContext(workspace);
  return {
    ...caret,
    texts,
    reading: { workspace, context, into: (_, offset) => offset, outOf: (span) => span },
  };
}
