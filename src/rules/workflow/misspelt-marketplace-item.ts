import { nearestSlug, versionMeant } from '../../analysis/workflow/nearest-uses.ts';
import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { calledWorkflows } from '../../facts/called-workflows.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An item of the marketplace whose name is almost that of a published one. */
export const misspeltMarketplaceItem = defineRule({
  meta: {
    id: 'misspelt-marketplace-item',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A step uses an item of the marketplace whose name is almost that of a published one, in a version of that one.',
      why: 'The platform finds no such item, and refuses the workflow.',
      fix: 'Correct the name.',
      examples: {
        bad: [
          stepsExample`
            - uses: «marketplace/job-runner/v4.0»
              with:
                resource: \${{ inputs.resource }}
          `,
          stepsExample`
            - uses: «marketplace/script_submiter/v3.6»
              with:
                resource: \${{ inputs.resource }}
          `,
        ],
        good: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
          `,
          stepsExample`- uses: marketplace/job-runner/v1.0`,
          stepsExample`- uses: marketplace/job_runner2/v4.0`,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (step.uses === undefined) return;
    const reference = usesReference(step.uses.value);
    if (reference.kind !== 'marketplace' || reference.version === undefined) return;
    const { slug, version } = reference;
    if (calledWorkflows.some((called) => called.slug === slug)) return;
    const near = nearestSlug(slug);
    if (near === undefined || digitsOf(near) !== digitsOf(slug)) return;
    // anybody may publish an item of a similar name; in the very same version that would be odd
    const meant = versionMeant(near, version);
    if (meant === undefined) return;
    const whole = `marketplace/${near}/${meant}`;
    yield {
      message: `no published item of the marketplace is named "${slug}"`,
      at: step.uses.span,
      ...didYouMean(step.uses.span, whole),
    };
  },
});

function digitsOf(name: string): string {
  return name.replace(/\D/g, '');
}
