import { referencesIn, spanIn } from '../../analysis/expressions/references.ts';
import { isMatrixJob } from '../../analysis/workflow/job-graph.ts';
import { dedent } from '../../base/dedent.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** `matrix` is read where there is none. */
export const matrixOutsideMatrixJob = defineRule({
  meta: {
    id: 'matrix-outside-matrix-job',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'An expression reads `matrix` outside a job with `strategy: matrix`.',
      why: 'There is no combination of values to read from: the value is empty.',
      fix: 'Give the job a `strategy` with a `matrix`, or read what was meant from `inputs` or `needs`.',
      examples: {
        bad: [stepsExample`- if: \${{ «matrix».size == 1 }}`],
        good: [
          dedent`
            jobs:
              main:
                strategy:
                  matrix:
                    size: [1, 2]
                steps:
                  - if: \${{ matrix.size == 1 }}
                    run: date
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site }, context) {
    const { place } = site;
    if ((place.kind === 'job' || place.kind === 'step') && isMatrixJob(place.job)) return;
    for (const reference of context.ask(referencesIn, site)) {
      if (reference.root !== 'matrix') continue;
      yield {
        message:
          place.kind === 'job' || place.kind === 'step'
            ? `"matrix" is read, but job "${place.job.id.value}" has no "strategy: matrix"`
            : '"matrix" is read outside a job',
        at: spanIn(site, reference.path.rootRange),
        help: 'only jobs with "strategy: matrix" have it',
      };
    }
  },
});
