import { selectedWorkflows } from '../model/workspace.ts';
import { prepareRequest } from './prepare-request.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

/** One selected workflow. */
export interface ListedWorkflow {
  readonly name: string;
  readonly path: string;
}

/** The selected workflows, or why nothing can be selected (exit status 2). */
export type ListAnswer =
  | {
      readonly kind: 'list';
      readonly workflows: readonly ListedWorkflow[];
      /** Why more is listed than was asked for. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'refused'; readonly message: string };

/** The workflows that a request selects, in order of their paths. */
export async function listWorkflows(
  request: CheckRequest,
  world: World,
  say: (sentence: string) => void,
): Promise<ListAnswer> {
  const prepared = await prepareRequest(request, world, say);
  if (prepared.kind === 'refused') return prepared;
  const workflows = selectedWorkflows(prepared.workspace);
  return {
    kind: 'list',
    remarks: prepared.remarks,
    workflows: workflows.map((file) => ({ name: file.name, path: file.source.path })),
  };
}
