import { literalScalar } from '../../analysis/form/input-attributes.ts';
import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { pairOf, valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A job to cancel that does not exist. */
export const unknownCancelledJob = defineRule({
  meta: {
    id: 'unknown-cancelled-job',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'cancel-jobs names a job that the workflow does not have.',
      why: 'Nothing is cancelled; what was to be ended runs on, and the run never ends.',
      fix: 'Name a job of the workflow.',
      examples: {
        bad: [
          dedent`
            permissions: ['*']
            jobs:
              main:
                steps:
                  - uses: parallelworks/cancel-jobs
                    with:
                      jobs:
                        - «steam_output»
              stream_output:
                steps:
                  - run: tail -f output
          `,
        ],
        good: [
          dedent`
            permissions: ['*']
            jobs:
              main:
                steps:
                  - uses: parallelworks/cancel-jobs
                    with:
                      jobs:
                        - stream_output
              stream_output:
                steps:
                  - run: tail -f output
          `,
          workflowExample`
            permissions: ['*']
            steps:
              - uses: parallelworks/cancel-jobs
                with:
                  slug: \${{ inputs.slug }}
                  jobs: [elsewhere]
            inputs:
              slug:
                type: string
                default: ''
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step, workflow }) {
    if (step.uses?.value !== 'parallelworks/cancel-jobs') return;
    if (['slug', 'run', 'workflow'].some((key) => pairOf(step.with, key) !== undefined)) return;
    const jobs = valueAt(step.with, 'jobs');
    const names = workflow.jobs.map((job) => job.id.value);
    for (const item of jobs?.kind === 'sequence' ? jobs.items : []) {
      const scalar = literalScalar(item);
      const name = scalar?.text.text;
      // instances of a matrix job are called NAME-0, NAME-1 and so on
      if (scalar === undefined || name === undefined || names.includes(name.replace(/-\d+$/, ''))) continue;
      if (names.includes(name)) continue;
      const near = suggest(name, names);
      yield {
        message: `the workflow has no job "${name}" to cancel`,
        at: scalar.span,
        ...didYouMean(scalar.span, near, {
          otherwise: `it has ${names.join(', ')}`,
          write: (near) => writtenLike(scalar, near, workflow.root),
        }),
      };
    }
  },
});
