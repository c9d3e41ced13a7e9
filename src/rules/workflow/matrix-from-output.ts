import { referencesIn, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** A matrix is computed from what only a job knows. */
export const matrixFromOutput = defineRule({
  meta: {
    id: 'matrix-from-output',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A matrix depends on the output of a job.',
      why: 'Matrices are expanded before anything runs: the platform refuses the workflow with "Could not expand matrix jobs".',
      fix: 'Write a literal list of the greatest width and give the job an `if` such as `${{ matrix.i <= needs.JOB.outputs.N }}`.',
      examples: {
        bad: [
          dedent`
            jobs:
              plan:
                steps:
                  - run: echo "LIST=[1,2]" >> $OUTPUTS
              work:
                needs: [plan]
                strategy:
                  matrix:
                    i: \${{ «needs.plan.outputs.LIST» }}
                steps:
                  - if: \${{ matrix.i == 1 }}
                    run: date
          `,
        ],
        good: [
          dedent`
            jobs:
              plan:
                steps:
                  - run: echo "N=2" >> $OUTPUTS
              work:
                needs: [plan]
                strategy:
                  matrix:
                    i: [1, 2, 3, 4]
                if: \${{ matrix.i <= needs.plan.outputs.N }}
                steps:
                  - if: \${{ matrix.i == 1 }}
                    run: date
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site }, context) {
    if (site.place.kind !== 'job' || site.place.key !== 'strategy' || !site.path.includes('matrix')) return;
    for (const reference of context.ask(referencesIn, site)) {
      if (reference.root !== 'needs' && reference.root !== 'steps') continue;
      yield {
        message: `a matrix cannot depend on "${writtenIn(site, reference.path)}": it is expanded before any job runs`,
        at: spanIn(site, reference.path),
        help: 'write the longest list that is needed, and an "if" on the job that compares with the output',
      };
    }
  },
});
