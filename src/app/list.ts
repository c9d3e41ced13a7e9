import { openWorkspace } from '../model/workspace.ts';
import { loadConfiguration } from './load-configuration.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

/** One selected workflow. */
export interface ListedWorkflow {
  readonly name: string;
  readonly path: string;
}

/** The selected workflows, or why nothing can be selected (exit status 2). */
export type ListAnswer =
  | { readonly kind: 'list'; readonly workflows: readonly ListedWorkflow[] }
  | { readonly kind: 'refused'; readonly message: string };

/** The workflows that a request selects, in order of their paths. */
export function listWorkflows(request: CheckRequest, world: World): ListAnswer {
  const loaded = loadConfiguration(request.configuration, world);
  if (loaded.kind === 'refused') return loaded;
  const { configuration } = loaded;
  const { workspace, problems } = openWorkspace(world.files, {
    workflows: request.workflows.length > 0 ? request.workflows : configuration.workflows,
    exclude: configuration.exclude,
    paths: request.paths,
  });
  if (problems.length > 0) return { kind: 'refused', message: problems.join('\n') };
  return {
    kind: 'list',
    workflows: workspace.workflows.map((file) => ({ name: file.name, path: file.source.path })),
  };
}
