import type { Workflow, WorkflowFile, Workspace } from '../../model/workflow.ts';
import type { FilePath, Span } from '../../source/span.ts';
import { pairOf, textOf, valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { type StepInJob, stepsOf } from '../contract/session-pattern.ts';
import { pathInJobDirectory, withDefaults } from './job-files.ts';
import { isOwnBranch, ownRepositories, repositoryName } from './own-repositories.ts';

/** A path that a sparse checkout of this repository brings. */
export interface SparsePath {
  readonly path: FilePath;
  readonly span: Span;
}

/** A checkout of this repository. */
export interface OwnCheckout extends StepInJob {
  /** The paths that it brings; `undefined` when it brings everything, or what it brings is not known. */
  readonly paths: readonly SparsePath[] | undefined;
  /** `another`: a branch, tag or commit that need not hold what stands here. */
  readonly tree: 'this' | 'another';
}

/** The checkouts of this repository in a workflow, as far as it is known which repository this is. */
export function ownCheckouts(file: WorkflowFile, context: AnalysisContext): readonly OwnCheckout[] {
  const { workflow } = file;
  if (workflow === undefined) return [];
  const own = context.ask(ownRepositories, context.workspace);
  return stepsOf(workflow)
    .filter(({ step }) => step.uses?.value === 'parallelworks/checkout')
    .filter(({ step }) => own.has(repositoryName(textOf(valueAt(step.with, 'repo'))) ?? ''))
    .map(({ step, job }) => {
      const tree = isMainBranch(workflow, valueAt(step.with, 'branch'), context.workspace)
        ? 'this'
        : 'another';
      const list = valueAt(step.with, 'sparse_checkout');
      if (list?.kind !== 'sequence') return { step, job, tree, paths: undefined };
      const paths: SparsePath[] = [];
      for (const item of list.items) {
        const resolved = item?.kind === 'scalar' ? withDefaults(workflow, item) : undefined;
        const path = resolved && pathInJobDirectory(resolved.path);
        // a pattern, or a path that is not known before the run
        if (item === undefined || path === undefined || /[*!?[]/.test(path))
          return { step, job, tree, paths: undefined };
        paths.push({ path, span: item.span });
      }
      return { step, job, tree, paths };
    });
}

/** Whether a checkout takes the branch whose files stand here. */
function isMainBranch(workflow: Workflow, branch: YamlNode | undefined, workspace: Workspace): boolean {
  if (branch?.kind !== 'scalar') return branch === undefined;
  const name = withDefaults(workflow, branch)?.path.trim();
  return name !== undefined && isOwnBranch(name, workspace);
}

/**
 * Whether a sparse checkout brings a path. Git also brings the files beside and above the folders that it is given,
 * so those count as brought.
 */
export function bringsPath(paths: readonly SparsePath[], wanted: FilePath): boolean {
  const folder = wanted.split('/').slice(0, -1).join('/');
  return paths.some(
    ({ path }) =>
      wanted === path ||
      wanted.startsWith(`${path}/`) ||
      folder === '' ||
      path === folder ||
      path.startsWith(`${folder}/`),
  );
}

/** Whether the job directory holds the files of this repository, each at its own place. */
export function usesOwnTree(file: WorkflowFile, context: AnalysisContext): boolean {
  const checkouts = context.ask(ownCheckouts, file);
  return checkouts.length > 0 && checkouts.every(({ step }) => pairOf(step.with, 'path') === undefined);
}

/** Whether a step brings or unpacks whole folders by itself, so that files may be there which no checkout brings. */
export function bringsFilesOtherwise(workflow: Workflow): boolean {
  const pattern = /\bgit\s+(-C\s+\S+\s+)?(clone|pull|fetch|checkout)\b|\bunzip\b|\brsync\b|\btar\s+-?-?\w*x/;
  return workflow.scripts.some((script) => pattern.test(script.text.text));
}
