import { spanIn } from '../../analysis/expressions/references.ts';
import { outputReferences } from '../../analysis/workflow/output-references.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { defineRule } from '../rule.ts';

/** A step is read by an id that no step of the job has. */
export const unknownStep = defineRule({
  meta: {
    id: 'unknown-step',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'An expression reads a step by an `id` that no step of the job has.',
      why: 'The platform finds no such output and the run stops with an error.',
      fix: 'Write the `id` of the step, or give the step that was meant this `id`. Its `name` does not count.',
      examples: {
        bad: [
          dedent`
            jobs:
              ports:
                steps:
                  - id: ports
                    run: echo "PORT=1" >> $OUTPUTS
                  - if: \${{ needs.ports.steps.«port».outputs.PORT == 1 }}
                    run: date
          `,
        ],
        good: [
          dedent`
            jobs:
              ports:
                steps:
                  - id: ports
                    run: echo "PORT=1" >> $OUTPUTS
                  - if: \${{ steps.ports.outputs.PORT == 1 }}
                    run: date
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    for (const { reference, job, stepName, step } of context.ask(outputReferences, workflow)) {
      if (stepName === undefined || step !== undefined) continue;
      const ids = job.steps.flatMap((each) => (each.id === undefined ? [] : [each.id.value]));
      // a job without steps, and an id that is not allowed, are told by other rules
      if (ids.some((id) => id.includes('${{')) || job.steps.length === 0) continue;
      if (ids.some((id) => id.toLowerCase() === stepName.name)) continue;
      const near = suggest(stepName.name, ids) ?? (ids.length === 1 ? ids[0] : undefined);
      const at = spanIn(reference.site, stepName);
      const named = job.steps.find((each) => each.name?.value === stepName.name);
      yield {
        message: `no step of job "${job.id.value}" has the id "${stepName.name}"`,
        at,
        fault: `${job.id.value} ${stepName.name}`,
        related: named?.name && [{ span: named.name.span, text: 'this is the name of a step, not its id' }],
        ...didYouMean(at, near, { otherwise: `give the step that is meant "id: ${stepName.name}"` }),
      };
    }
  },
});
