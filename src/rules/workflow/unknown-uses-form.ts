import { nearestUses } from '../../analysis/workflow/nearest-uses.ts';
import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { actions } from '../../facts/tables/actions.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Something to use that the platform cannot find. */
export const unknownUsesForm = defineRule({
  meta: {
    id: 'unknown-uses-form',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: '"uses" has none of the forms that the platform knows.',
      why: 'The platform refuses the workflow.',
      fix: 'Write parallelworks/ACTION, marketplace/NAME/VERSION, workflow/NAME, github/OWNER/REPO@REF or gitlab/GROUP/PROJECT@REF.',
      examples: {
        bad: [
          stepsExample`- uses: «actions/checkout@v4»`,
          stepsExample`- uses: «./workflows/other.yaml»`,
          stepsExample`- uses: «github/org@v1.0.0»`,
          stepsExample`
            - uses: «job-runner/v4»
              with:
                resource: \${{ inputs.resource }}
          `,
          stepsExample`- uses: «github.com/org/repo@v1.0.0»`,
        ],
        good: [
          stepsExample`- uses: marketplace/tool/v1.0`,
          stepsExample`- uses: gitlab/group/sub/project@v1`,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (step.uses === undefined || usesReference(step.uses.value).kind !== 'other') return;
    const text = step.uses.value;
    // an action without its prefix is told by another rule, an empty value by a third
    if (text.trim() === '' || actions.some((action) => action.name === `parallelworks/${text}`)) return;
    const known = helpFor(text);
    const near = known === undefined ? nearestUses(text) : undefined;
    yield {
      message: `"${text}" is nothing that a step can use`,
      at: step.uses.span,
      ...didYouMean(step.uses.span, near, { otherwise: known ?? forms }),
    };
  },
});

const forms =
  'expected parallelworks/ACTION, marketplace/NAME/VERSION, workflow/NAME, github/OWNER/REPO@REF or gitlab/GROUP/PROJECT@REF';

/** What to write instead of a form that belongs elsewhere. */
function helpFor(text: string): string | undefined {
  if (/^actions\/checkout\b/.test(text))
    return 'actions of GitHub do not run here; write parallelworks/checkout';
  if (/^\.{0,2}\//.test(text)) {
    return 'a file of the own repository is called as github/OWNER/REPO@REF, with its path in "with" under "$yaml"';
  }
  if (/^(github|gitlab)\//.test(text)) return 'write OWNER/REPO@REF behind it';
  if (/^[\w.-]+\/[\w.-]+@/.test(text) && nearestUses(text) === undefined)
    return `a workflow in a repository on GitHub is called as github/${text}`;
  return undefined;
}
