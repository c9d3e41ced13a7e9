import type { Step, Workflow, WorkflowFile, Workspace } from '../../model/workflow.ts';
import { filePath } from '../../source/span.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { stepsOf } from '../contract/session-pattern.ts';
import { isInRepository, pathInJobDirectory, withDefaults } from './job-files.ts';
import { repositoryUses } from './repository-uses.ts';
import { usesReference } from './uses-reference.ts';

/**
 * The names of this repository, `owner/name` in lower case: those of its remote and of the CI, and what its own workflows
 * show. A workflow that checks out one repository only, and then uses files that stand here, checks out this one; a step
 * that calls a file in a folder which stands here calls this one. Empty when that cannot be told.
 */
export function ownRepositories(workspace: Workspace, context: AnalysisContext): ReadonlySet<string> {
  const names = new Set<string>(workspace.files.origin?.names);
  for (const file of workspace.workflows) {
    const only = file.workflow && onlyCheckout(file.workflow);
    if (only !== undefined && !names.has(only) && bringsOwnFiles(file, workspace, context)) names.add(only);
  }
  // the repositories of one vendor have folders of the same names: beside a known one only its forks count
  const known = [...names].map(lastOf);
  for (const { workflow } of workspace.workflows) {
    for (const { step } of workflow === undefined ? [] : stepsOf(workflow)) {
      const called = calledRepository(step, workspace);
      if (called !== undefined && (known.length === 0 || known.includes(lastOf(called)))) names.add(called);
    }
  }
  return names;
}

/** The one repository that a workflow checks out. */
function onlyCheckout(workflow: Workflow): string | undefined {
  const repositories = new Set(
    checkoutsOf(workflow).map((step) => repositoryName(textOf(valueAt(step.with, 'repo')))),
  );
  const [only] = repositories;
  return repositories.size > 1 ? undefined : only;
}

const checkoutsOf = (workflow: Workflow): readonly Step[] =>
  stepsOf(workflow)
    .map(({ step }) => step)
    .filter((step) => step.uses?.value === 'parallelworks/checkout');

/** Whether what a workflow checks out, or then runs, stands in this repository. */
function bringsOwnFiles(file: WorkflowFile, workspace: Workspace, context: AnalysisContext): boolean {
  if (context.ask(repositoryUses, file).length > 0) return true;
  const { workflow } = file;
  if (workflow === undefined) return false;
  const paths = checkoutsOf(workflow).flatMap((step) => {
    const list = valueAt(step.with, 'sparse_checkout');
    return list?.kind === 'sequence' ? list.items : [];
  });
  return (
    paths.length > 0 &&
    paths.every((item) => {
      const resolved = item?.kind === 'scalar' ? withDefaults(workflow, item) : undefined;
      const path = resolved && pathInJobDirectory(resolved.path);
      return path !== undefined && isInRepository(workspace, path);
    })
  );
}

/** The repository of which a step calls a file, in a folder, that stands here. */
function calledRepository(step: Step, workspace: Workspace): string | undefined {
  const reference = usesReference(step.uses?.value ?? '');
  if (reference.kind !== 'github' && reference.kind !== 'gitlab') return undefined;
  const path = textOf(valueAt(step.with, '$yaml'))?.replace(/^\.?\/+/, '') ?? '';
  const stands = /^[^$*/]+\/[^$*]+$/.test(path) && workspace.files.kindOf(filePath(path)) === 'file';
  return stands ? reference.repository.toLowerCase() : undefined;
}

const lastOf = (name: string): string => name.split('/').at(-1) ?? '';

/** `owner/name` in lower case from the address of a repository; `undefined` when it is not written out. */
export function repositoryName(address: string | undefined): string | undefined {
  const match = /^(?:https?:\/\/[^/]+\/|git@[^:]+:)([^${}]+?)(?:\.git)?\/?$/.exec(address?.trim() ?? '');
  return match?.[1]?.toLowerCase();
}

/** Whether a branch is the one whose files stand here: the default branch, or the one that is checked out. */
export function isOwnBranch(name: string, workspace: Workspace): boolean {
  const branches = workspace.files.origin?.branches ?? [];
  return branches.includes(name) || /^(main|master)$/.test(name);
}
