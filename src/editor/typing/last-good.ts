import { type AnalysisContext, analysisContext } from '../../analysis/analysis.ts';
import type { WorkflowFile, Workspace } from '../../model/workflow.ts';
import type { FilePath, Span } from '../../source/span.ts';
import { brokenFiles } from './broken-files.ts';
import { offsetBefore, spanAfter, type TextChange } from './text-change.ts';

/**
 * A workspace that answers questions about texts that somebody is writing. A workflow whose YAML is broken just now is there
 * as it was when it could be read last, and its places are other ones than those in its text.
 */
export interface Reading {
  readonly workspace: Workspace;
  readonly context: AnalysisContext;
  /** Where an offset of a text is in the workspace. */
  into(file: FilePath, offset: number): number;
  /** Where a span of the workspace is in its text; `undefined` when it is there no more. */
  outOf(span: Span): Span | undefined;
}

/** Remembers of each workflow how it was when it could be read last, and what has changed in its text since. */
export interface LastGood {
  changed(change: TextChange): void;
  closed(file: FilePath): void;
  /** Remembers the workflows that can be read. */
  remember(workspace: Workspace): void;
  /** A workspace with the workflows that are broken as they were before; the others are remembered. */
  read(workspace: Workspace, context: AnalysisContext): Reading;
}

/** Nothing is remembered yet. */
export function lastGood(): LastGood {
  const known = new Map<FilePath, { readonly file: WorkflowFile; readonly changes: readonly TextChange[] }>();
  function remember(workspace: Workspace): ReadonlySet<FilePath> {
    const broken = brokenFiles(workspace);
    for (const file of workspace.workflows) {
      if (!broken.has(file.source.path)) known.set(file.source.path, { file, changes: [] });
    }
    return broken;
  }

  return {
    changed(change) {
      const before = known.get(change.file);
      if (before !== undefined)
        known.set(change.file, { ...before, changes: [...before.changes, change].slice(-mostChanges) });
    },
    closed: (file) => void known.delete(file),
    remember,
    read(workspace, context) {
      const broken = remember(workspace);
      const stale = new Map([...known].filter(([path]) => broken.has(path)));
      const changesOf = (file: FilePath): readonly TextChange[] => stale.get(file)?.changes ?? [];
      const mended = stale.size === 0 ? workspace : withFiles(workspace, stale);
      return {
        workspace: mended,
        context: mended === workspace ? context : analysisContext(mended),
        into: (file, offset) => changesOf(file).reduceRight((at, change) => offsetBefore(change, at), offset),
        outOf: (span) =>
          changesOf(span.file).reduce<Span | undefined>((at, change) => at && spanAfter(change, at), span),
      };
    },
  };
}

/** Changes that are remembered of one broken text; before so many keys somebody has come to a sound one, or gave up. */
const mostChanges = 5_000;

function withFiles(
  workspace: Workspace,
  stale: ReadonlyMap<FilePath, { readonly file: WorkflowFile }>,
): Workspace {
  return {
    ...workspace,
    workflows: workspace.workflows.map((file) => {
      const good = stale.get(file.source.path);
      return good === undefined ? file : { ...good.file, name: file.name, scripts: file.scripts };
    }),
  };
}
