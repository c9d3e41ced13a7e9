import { versionMeant } from '../../analysis/workflow/nearest-uses.ts';
import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { calledWorkflows } from '../../facts/called-workflows.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A version of the marketplace that is none. */
export const malformedMarketplaceVersion = defineRule({
  meta: {
    id: 'malformed-marketplace-version',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The version of an item of the marketplace does not look like one.',
      why: 'The platform finds no such version.',
      fix: 'Write the version as the marketplace shows it, as v4.0.',
      examples: {
        bad: [
          stepsExample`
            - uses: «marketplace/job_runner/v.40»
              with:
                resource: \${{ inputs.resource }}
          `,
          stepsExample`
            - uses: «marketplace/job_runner/v4»
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
          stepsExample`- uses: marketplace/tool/latest`,
          stepsExample`- uses: marketplace/tool`,
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
    const known = calledWorkflows.filter((called) => called.slug === slug).map((called) => called.version);
    if (known.includes(version)) return;
    const meant = versionMeant(slug, version);
    // a branch-like name may be one that the author published
    if (meant === undefined && (/^v?\d+(\.\d+)*$/.test(version) || !/^v?[\d.]+$/.test(version))) return;
    const near = meant ?? suggest(version, known);
    const whole = `marketplace/${slug}/${near}`;
    yield {
      message: meant === undefined ? `"${version}" is no version` : `"${slug}" has no version "${version}"`,
      at: step.uses.span,
      ...didYouMean(step.uses.span, near, {
        otherwise: 'versions are written as v4.0',
        write: () => whole,
      }),
    };
  },
});
