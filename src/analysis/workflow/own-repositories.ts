import { escapePattern } from '../../base/escape-pattern.ts';
import type { Step, Workflow, WorkflowFile, Workspace } from '../../model/workflow.ts';
import { readWorkflowAt } from '../../model/workspace.ts';
import { filePath } from '../../source/span.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { stepsOf } from '../contract/session-pattern.ts';
import { isInRepository, pathInJobDirectory, withDefaults } from './job-files.ts';
import { repositoryUses } from './repository-uses.ts';
import { usesReference } from './uses-reference.ts';
import { workflowTexts } from './workflow-texts.ts';

/**
 * The names of this repository, `owner/name` in lower case: those of its remote and of the CI, and what its own workflows
 * show. A workflow that checks out one repository only, and then uses files that stand here, checks out this one; a step
 * that calls a file in a folder which stands here calls this one. Empty when that cannot be told.
 */
export function ownRepositories(workspace: Workspace, context: AnalysisContext): ReadonlySet<string> {
  const names = new Set<string>(workspace.files.origin?.names);
  addShownNames(names, workspace.workflows, context);
  const strange = repositoriesUsed(workspace.workflows).filter((name) => !names.has(name));
  addShownNames(names, otherWitnesses(strange, names, context), context);
  return names;
}

function addShownNames(names: Set<string>, files: readonly WorkflowFile[], context: AnalysisContext): void {
  const { workspace } = context;
  for (const file of files) {
    const only = file.workflow && onlyCheckout(file.workflow);
    if (only !== undefined && !names.has(only) && bringsOwnFiles(file, workspace, context)) names.add(only);
  }
  // the repositories of one vendor have folders of the same names: beside a known one only its forks count
  const known = [...names].map(lastOf);
  for (const { workflow } of files) {
    for (const { step } of workflow === undefined ? [] : stepsOf(workflow)) {
      const called = calledRepository(step, workspace);
      if (called !== undefined && (known.length === 0 || known.includes(lastOf(called)))) names.add(called);
    }
  }
}

/** The repositories that workflows check out or call. */
function repositoriesUsed(files: readonly WorkflowFile[]): readonly string[] {
  const steps = files.flatMap(({ workflow }) => (workflow === undefined ? [] : stepsOf(workflow)));
  const names = steps.flatMap(({ step }) => {
    const reference = usesReference(step.uses?.value ?? '');
    if (reference.kind === 'github' || reference.kind === 'gitlab') return reference.repository.toLowerCase();
    return repositoryName(textOf(valueAt(step.with, 'repo'))) ?? [];
  });
  return [...new Set(names)];
}

/** The workflows of other parts that may show that one of these repositories, or one of their owners, is this one. */
function otherWitnesses(
  strange: readonly string[],
  known: ReadonlySet<string>,
  context: AnalysisContext,
): readonly WorkflowFile[] {
  const { workspace } = context;
  if (strange.length === 0) return [];
  const owners = strange.map((name) => escapePattern(name.split('/')[0] ?? ''));
  const mention = new RegExp(`[/:](?:${owners.join('|')})/`, 'i');
  const forks = strange.some((name) => [...known].map(lastOf).includes(lastOf(name)));
  const open = new Set(workspace.workflows.map(({ source }) => source.path));
  return [...context.ask(workflowTexts, workspace)].flatMap(([path, text]) => {
    if (open.has(path)) return [];
    const checkouts = new Set(text.match(/(?<=^[ \t]*(?:- )?repo:[ \t]*)\S+/gm));
    const shows = checkouts.size <= 1 || (forks && text.includes('$yaml'));
    return known.size === 0 || (shows && mention.test(text)) ? [readWorkflowAt(path, workspace.files)] : [];
  });
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
