import { suggest } from '../../base/suggest.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import { filePath } from '../../source/span.ts';
import type { AnalysisContext } from '../analysis.ts';
import { type RepositoryUse, repositoryUses } from './repository-uses.ts';
import {
  bringsFilesOtherwise,
  bringsPath,
  type OwnCheckout,
  ownCheckouts,
  type SparsePath,
} from './sparse-checkouts.ts';

/** A path of a sparse checkout that the repository does not have. */
export interface MissingSparsePath extends SparsePath {
  readonly tree: OwnCheckout['tree'];
  /** The path of the repository that was probably meant. */
  readonly near: string | undefined;
  /** The files that steps need and that the meant path would bring. */
  readonly needed: readonly RepositoryUse[];
}

/** What sparse checkouts of this repository fail to bring. */
export interface UnbroughtFiles {
  readonly missing: readonly MissingSparsePath[];
  /** Files that steps need, no path brings, and no misspelt path was meant to bring. */
  readonly uses: readonly RepositoryUse[];
}

/** What the sparse checkouts of a workflow name in vain, and which files its steps miss. */
export function unbroughtFiles(file: WorkflowFile, context: AnalysisContext): UnbroughtFiles {
  const { files } = context.workspace;
  const checkouts = context.ask(ownCheckouts, file);
  const unbrought = usesWithout(file, checkouts, context);
  const missing: MissingSparsePath[] = [];
  for (const { paths, tree } of checkouts) {
    for (const { path, span } of paths ?? []) {
      if (files.kindOf(path) !== 'missing') continue;
      const folders = new Set(files.paths.flatMap((known) => [known, ...foldersOf(known)]));
      const near = suggest(path, folders);
      const needed = unbrought.filter(
        (use) => near !== undefined && bringsPath([{ path: filePath(near), span }], use.path),
      );
      missing.push({ path, span, tree, near, needed });
    }
  }
  const meant = new Set(missing.flatMap(({ needed }) => needed));
  return { missing, uses: unbrought.filter((use) => !meant.has(use)) };
}

/** The files that steps need and no checkout brings; none when files may be there by other means. */
function usesWithout(
  file: WorkflowFile,
  checkouts: readonly OwnCheckout[],
  context: AnalysisContext,
): readonly RepositoryUse[] {
  const paths = checkouts.flatMap((checkout) => checkout.paths ?? []);
  if (checkouts.length === 0 || checkouts.some((checkout) => checkout.paths === undefined)) return [];
  if (file.workflow === undefined || bringsFilesOtherwise(file.workflow)) return [];
  return context.ask(repositoryUses, file).filter((use) => !bringsPath(paths, use.path));
}

/** The folders around a path, the nearest first. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'));
}
