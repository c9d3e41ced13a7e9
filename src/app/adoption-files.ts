import type { Diagnostic } from '../diagnostics/finding.ts';
import { baselineText, knownFindingOf } from '../lint/baseline.ts';
import { usualBaseline } from './baseline.ts';
import * as templates from './templates/assets.generated.ts';

/** The action where nothing says whence this program came; whoever adopts it puts the real one in its place. */
export const unknownAction = 'org/pw-workflow-check@v1';

/** A file that `init` writes. */
export interface AdoptionFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files that adopt the check: the workflow of GitHub, a configuration that names the workflows, and the baseline.
 *
 * @param action `OWNER/REPO@REF`
 * @param globs the workflows; none: every file whose content is one
 * @param known the findings of today
 */
export function adoptionFiles(
  action: string,
  globs: readonly string[],
  known: readonly Diagnostic[],
): readonly AdoptionFile[] {
  return [
    {
      path: '.github/workflows/pw-workflow-check.yml',
      text: templates.githubWorkflowYml.replaceAll(unknownAction, action),
    },
    { path: '.pw-workflow-check.yaml', text: configuration(action, globs) },
    { path: usualBaseline, text: baselineText(known.map(knownFindingOf)) },
  ];
}

function configuration(action: string, globs: readonly string[]): string {
  const template = globs.length === 0 ? templates.configurationByContentYml : templates.configurationYml;
  const list = globs.map((glob) => `  - ${JSON.stringify(glob)}`).join('\n');
  return template
    .replace(/^ {2}- "workflows\/\*\/workflow\.yaml"$/m, () => list)
    .replaceAll(unknownAction.replace('@', '/'), action.replace('@', '/'));
}
