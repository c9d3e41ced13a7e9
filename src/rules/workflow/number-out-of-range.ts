import { structureFindings } from '../../analysis/structure/structure.ts';
import { dedent } from '../../base/dedent.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A number that its key does not take. */
export const numberOutOfRange = defineRule({
  meta: {
    id: 'number-out-of-range',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A number is negative, a fraction or zero where the platform counts.',
      why: 'The platform refuses the workflow.',
      fix: 'Write a whole number in the range that the message names.',
      examples: {
        bad: [
          stepsExample`
            - run: make test
              retry:
                timeout: 5m
                max-retries: «-1»
          `,
          dedent`
            jobs:
              main:
                strategy:
                  max-parallel: «0»
                  matrix:
                    size: [1, 2]
                steps:
                  - run: echo \${{ matrix.size }}
          `,
        ],
        good: [
          stepsExample`
            - run: make test
              retry:
                timeout: 5m
                max-retries: 3
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'number-out-of-range', context),
});
