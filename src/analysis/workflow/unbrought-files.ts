import { suggest } from '../../base/suggest.ts';
import type { WorkflowFile, Workspace } from '../../model/workflow.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';
import { filePath } from '../../source/span.ts';
import type { AnalysisContext } from '../analysis.ts';
import { linksOf, type RecordedLink } from './recorded-links.ts';
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

/** A link that is brought to a job, while what it leads to is not. */
export interface BrokenLink extends RecordedLink {
  readonly use: RepositoryUse;
  /** The path of a sparse checkout that brings the link. */
  readonly brought: SparsePath;
}

/** What sparse checkouts of this repository fail to bring. */
export interface UnbroughtFiles {
  readonly missing: readonly MissingSparsePath[];
  /** Files that steps need, no path brings, and no misspelt path was meant to bring. */
  readonly uses: readonly RepositoryUse[];
  readonly links: readonly BrokenLink[];
}

/** What the sparse checkouts of a workflow name in vain, and which files its steps miss. */
export function unbroughtFiles(file: WorkflowFile, context: AnalysisContext): UnbroughtFiles {
  const { files } = context.workspace;
  const checkouts = context.ask(ownCheckouts, file);
  const paths = checkouts.flatMap((checkout) => checkout.paths ?? []);
  const needed = mayMiss(file, checkouts) ? context.ask(repositoryUses, file) : [];
  const unbrought = needed.filter((use) => !bringsPath(paths, use.path));
  const missing: MissingSparsePath[] = [];
  for (const { paths, tree } of checkouts) {
    for (const { path, span } of paths ?? []) {
      if (files.kindOf(path) !== 'missing') continue;
      const near = suggest(path, context.ask(filesAndFolders, context.workspace));
      const awaited = unbrought.filter(
        (use) => near !== undefined && bringsPath([{ path: filePath(near), span }], use.path),
      );
      missing.push({ path, span, tree, near, needed: awaited });
    }
  }
  const meant = new Set(missing.flatMap(({ needed }) => needed));
  const brought = needed.filter((use) => !unbrought.includes(use));
  return {
    missing,
    uses: unbrought.filter((use) => !meant.has(use)),
    links: brokenLinks(brought, paths, files),
  };
}

function filesAndFolders({ files }: Workspace): ReadonlySet<string> {
  return new Set(files.paths.flatMap((path) => [path, ...foldersOf(path)]));
}

/** Whether files that no sparse checkout brings are surely not there. */
function mayMiss({ workflow }: WorkflowFile, checkouts: readonly OwnCheckout[]): boolean {
  if (checkouts.length === 0 || checkouts.some((checkout) => checkout.paths === undefined)) return false;
  return workflow !== undefined && !bringsFilesOtherwise(workflow);
}

/** The first link on the way to each file that leads to something which is not brought. */
function brokenLinks(
  uses: readonly RepositoryUse[],
  paths: readonly SparsePath[],
  files: RepositoryFiles,
): readonly BrokenLink[] {
  return uses.flatMap((use) => {
    const link = linksOf(use.path, files).find(({ target }) => !bringsPath(paths, target));
    const brought = paths.find((one) => bringsPath([one], use.path));
    return link === undefined || brought === undefined ? [] : [{ ...link, use, brought }];
  });
}

/** The folders around a path, the nearest first. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'));
}
