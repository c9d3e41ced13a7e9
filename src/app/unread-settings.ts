import { suggest } from '../base/suggest.ts';
import { type Configuration, configurationNames } from '../lint/configuration/configuration.ts';
import type { Workspace } from '../model/workflow.ts';
import { workflowNames } from '../model/workspace.ts';
import type { RepositoryFiles } from '../ports/repository-files.ts';
import type { CheckRequest } from './request.ts';

/** Files that look like a configuration of this program, and are not the one that is read. */
export function otherConfigurations(files: Pick<RepositoryFiles, 'paths'>): readonly string[] {
  const here = files.paths.filter((path) => /(?:^|\/)\.?pw-workflow-check\.(?:ya?ml|json|toml)$/.test(path));
  const read = configurationNames.find((name) => here.some((path) => path === name));
  return here
    .filter((path) => path !== read && !path.startsWith('.github/'))
    .map((path) => `${path} is not read: ${read ?? configurationNames[0]} in the root of the repository is`);
}

/** Settings of workflows that are not there; said only where every workflow was looked at. */
export function unknownSettings(
  { workflowsSettings }: Configuration,
  workspace: Workspace,
  request: CheckRequest,
): readonly string[] {
  if (request.paths.length > 0 || request.workflows.length > 0) return [];
  const names = workflowNames(workspace);
  return Object.keys(workflowsSettings)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const near = suggest(name, names);
      const meant = near === undefined ? '' : `; did you mean "${near}"?`;
      return `"workflows-settings" names "${name}", and no workflow is called so${meant}`;
    });
}
