import type { Diagnostic } from '../../diagnostics/finding.ts';
import { baselineText, knownFindingOf } from '../../lint/baseline.ts';
import { usualBaseline } from '../baseline.ts';
import * as templates from '../templates/assets.generated.ts';

/** The action where nothing says whence this program came; whoever adopts it puts the real one in its place. */
export const unknownAction = 'org/pw-workflow-check@v1';

/** A file that `init` writes. */
export interface AdoptionFile {
  readonly path: string;
  readonly text: string;
}

/** What adopting the check takes from the repository and its owner. */
export interface AdoptionChoice {
  /** `OWNER/REPO@REF` */
  readonly action: string;
  /** The workflows; none: every file whose content is one. */
  readonly globs: readonly string[];
  /** The findings of today. */
  readonly known: readonly Diagnostic[];
  /** Whether a second workflow keeps a comment on each pull request, those from forks included. */
  readonly comments: 'wanted' | 'unwanted';
}

/** The files that adopt the check: what GitHub runs, a configuration that names the workflows, and the baseline. */
export function adoptionFiles({ action, globs, known, comments }: AdoptionChoice): readonly AdoptionFile[] {
  return [
    ...githubWorkflows(action, comments),
    { path: '.pw-workflow-check.yaml', text: configuration(action, globs) },
    { path: usualBaseline, text: baselineText(known.map(knownFindingOf)) },
  ];
}

/**
 * The workflows of GitHub. A check of a pull request from a fork may write nothing, so the comment takes a second
 * workflow, which reads the report that the first one leaves.
 *
 * @param action `OWNER/REPO@REF`
 */
export function githubWorkflows(
  action: string,
  comments: AdoptionChoice['comments'],
): readonly AdoptionFile[] {
  const check = { path: '.github/workflows/pw-workflow-check.yml', text: templates.githubWorkflowYml };
  const files =
    comments === 'unwanted'
      ? [check]
      : [
          { ...check, text: check.text + templates.reportStepYml },
          { path: '.github/workflows/pw-workflow-comment.yml', text: templates.commentWorkflowYml },
        ];
  const address = (name: string): string => name.replace('@', '.git#');
  return files.map(({ path, text }) => ({
    path,
    text: text.replaceAll(unknownAction, action).replaceAll(address(unknownAction), address(action)),
  }));
}

function configuration(action: string, globs: readonly string[]): string {
  const template = globs.length === 0 ? templates.configurationByContentYml : templates.configurationYml;
  const list = globs.map((glob) => `  - ${JSON.stringify(glob)}`).join('\n');
  return template
    .replace(/^ {2}- "workflows\/\*\/workflow\.yaml"$/m, () => list)
    .replaceAll(unknownAction.replace('@', '/'), action.replace('@', '/'));
}
