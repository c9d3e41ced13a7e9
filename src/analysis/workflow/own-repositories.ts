import type { Workspace } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { stepsOf } from '../contract/session-pattern.ts';
import { repositoryUses } from './repository-uses.ts';

/**
 * The names of this repository, `owner/name` in lower case, as its own workflows show them: a workflow that checks out
 * one repository only, and then uses files that stand here, checks out this one. Empty when that cannot be told.
 */
export function ownRepositories(workspace: Workspace, context: AnalysisContext): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of workspace.workflows) {
    if (file.workflow === undefined) continue;
    const repositories = new Set(
      stepsOf(file.workflow)
        .filter(({ step }) => step.uses?.value === 'parallelworks/checkout')
        .map(({ step }) => repositoryName(textOf(valueAt(step.with, 'repo')))),
    );
    const [only] = repositories;
    if (only === undefined || repositories.size > 1 || names.has(only)) continue;
    if (context.ask(repositoryUses, file).length > 0) names.add(only);
  }
  return names;
}

/** `owner/name` in lower case from the address of a repository; `undefined` when it is not written out. */
export function repositoryName(address: string | undefined): string | undefined {
  const match = /^(?:https?:\/\/[^/]+\/|git@[^:]+:)([^${}]+?)(?:\.git)?\/?$/.exec(address?.trim() ?? '');
  return match?.[1]?.toLowerCase();
}
