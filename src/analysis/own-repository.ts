import type { Workspace } from '../model/workflow.ts';
import { textOf, valueAt } from '../syntax/yaml/tree.ts';
import type { AnalysisContext } from './analysis.ts';
import { repositoryUses } from './repository-uses.ts';
import { stepsOf } from './session-pattern.ts';

/**
 * The owners of this repository, as its own workflows show them: the owner of the first repository that a workflow
 * checks out, when the workflow then uses files that stand here. Empty when that cannot be told.
 */
export function ownOwners(workspace: Workspace, context: AnalysisContext): ReadonlySet<string> {
  const owners = new Set<string>();
  for (const file of workspace.workflows) {
    if (file.workflow === undefined) continue;
    const checkout = stepsOf(file.workflow).find(({ step }) => step.uses?.value === 'parallelworks/checkout');
    const owner = repositoryOwner(textOf(valueAt(checkout?.step.with, 'repo')));
    if (owner !== undefined && context.ask(repositoryUses, file).length > 0) owners.add(owner);
  }
  return owners;
}

/** The owner in the address of a repository, in lower case; `undefined` when it is not written out. */
export function repositoryOwner(repository: string | undefined): string | undefined {
  return /^(?:https?:\/\/[^/]+\/|git@[^:]+:)([^/${}]+)\/[^/]+?\/?$/
    .exec(repository?.trim() ?? '')?.[1]
    ?.toLowerCase();
}
