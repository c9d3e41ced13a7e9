import { referencesIn, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { isMatrixJob } from '../../analysis/workflow/job-graph.ts';
import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** A matrix job reads its own outputs by its name. */
export const matrixSelfReference = defineRule({
  meta: {
    id: 'matrix-self-reference',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A step of a matrix job reads `needs.<this job>`.',
      why: 'The instances have other names, JOB-0 and so on: the run stops with "output not found", which no dry run shows.',
      fix: 'Hand values from step to step in a file, or do the work in one step.',
      examples: {
        bad: [
          dedent`
            jobs:
              work:
                strategy:
                  matrix:
                    i: [1, 2]
                steps:
                  - run: echo "PORT=\${{ matrix.i }}" >> $OUTPUTS
                  - if: \${{ «needs.work».outputs.PORT == 1 }}
                    run: date
          `,
        ],
        good: [
          dedent`
            jobs:
              work:
                strategy:
                  matrix:
                    i: [1, 2]
                steps:
                  - run: echo \${{ matrix.i }} > port
                  - run: cat port
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site }, context) {
    const { place } = site;
    if ((place.kind !== 'job' && place.kind !== 'step') || !isMatrixJob(place.job)) return;
    for (const reference of context.ask(referencesIn, site)) {
      const [segment] = reference.segments;
      if (reference.root !== 'needs' || segment?.kind !== 'name' || segment.name !== place.job.id.value)
        continue;
      const range = { start: reference.path.start, end: segment.end };
      yield {
        message: `a matrix job cannot read its own outputs as "${writtenIn(site, range)}": its instances have other names`,
        at: spanIn(site, range),
        help: 'hand the value from step to step in a file, or join the two steps',
      };
    }
  },
});
