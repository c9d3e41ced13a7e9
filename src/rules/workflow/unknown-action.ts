import { nearestUses } from '../../analysis/workflow/nearest-uses.ts';
import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { actions } from '../../facts/tables/actions.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An action that the platform does not have. */
export const unknownAction = defineRule({
  meta: {
    id: 'unknown-action',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A step uses "parallelworks/" with a name that is none of the built-in actions.',
      why: 'The platform refuses the workflow.',
      fix: 'Use one of the built-in actions in docs/reference/actions.md.',
      examples: {
        bad: [
          stepsExample`
            - uses: «parallelworks/chekout»
              with:
                repo: https://github.com/org/repo.git
                branch: v1.0.0
          `,
          stepsExample`
            - uses: «parallelworks/job_runner»
              with:
                resource: \${{ inputs.resource }}
          `,
        ],
        good: [
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: https://github.com/org/repo.git
                branch: v1.0.0
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (step.uses === undefined) return;
    const reference = usesReference(step.uses.value);
    const names: readonly string[] = actions.map((action) => action.name);
    if (reference.kind !== 'action' || names.includes(reference.name)) return;
    const near = nearestUses(reference.name);
    yield {
      message: `the platform has no action "${reference.name}"`,
      at: step.uses.span,
      ...didYouMean(step.uses.span, near, { otherwise: `it has ${names.join(', ')}` }),
    };
  },
});
