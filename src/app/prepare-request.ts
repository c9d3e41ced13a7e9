import type { Configuration } from '../lint/configuration.ts';
import type { Workspace } from '../model/workflow.ts';
import { openWorkspace, usualWorkflows } from '../model/workspace.ts';
import { loadConfiguration } from './load-configuration.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

/** A request with its configuration and workflows, or what is wrong with it (exit status 2). */
export type PreparedRequest =
  | {
      readonly kind: 'prepared';
      readonly configuration: Configuration;
      readonly workspace: Workspace;
    }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads the configuration and opens the selected workflows. */
export function prepareRequest(request: CheckRequest, world: World): PreparedRequest {
  const loaded = loadConfiguration(request.configuration, world);
  if (loaded.kind === 'refused') return loaded;
  const { configuration } = loaded;
  const globs = request.workflows.length > 0 ? request.workflows : configuration.workflows;
  const { workspace, problems } = openWorkspace(world.files, {
    workflows: globs,
    exclude: configuration.exclude,
    paths: request.paths,
  });
  if (problems.length > 0) return { kind: 'refused', message: problems.join('\n') };
  if (workspace.workflows.length + workspace.loneScripts.length === 0) {
    const expected = (globs ?? usualWorkflows).join(', ');
    return {
      kind: 'refused',
      message: `no workflow found in ${world.root}: expected ${expected}; name files to check others`,
    };
  }
  return { kind: 'prepared', configuration, workspace: shardOf(workspace, request.shard) };
}

/** One part of the workflows: every Nth, so that neighbours in the alphabet come to different machines. */
function shardOf(workspace: Workspace, shard: CheckRequest['shard']): Workspace {
  if (shard === undefined) return workspace;
  const mine = (_: unknown, index: number): boolean => index % shard.count === shard.index - 1;
  return {
    ...workspace,
    workflows: workspace.workflows.filter(mine),
    loneScripts: workspace.loneScripts.filter(mine),
  };
}
