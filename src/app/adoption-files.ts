import { globs } from '../base/glob.ts';
import { usualWorkflows } from '../model/select-files.ts';
import * as templates from './templates/assets.generated.ts';

/** Where `init` writes the baseline; the workflow of GitHub names it. */
export const baselineFile = '.pw-workflow-check-baseline.json';

/** The workflow of GitHub that checks a repository; what is in the baseline is not reported. */
export const githubWorkflow: string = templates.githubWorkflowYml;

/**
 * A configuration that says what holds anyway, to be changed.
 *
 * @param paths the workflows as they were found
 */
export function startingConfiguration(paths: readonly string[]): string {
  return paths.every(globs(usualWorkflows))
    ? templates.configurationYml
    : templates.configurationByContentYml;
}
