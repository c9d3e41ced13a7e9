import { structureFindings } from '../../analysis/structure/structure.ts';
import { dedent } from '../../base/dedent.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A value of the wrong type. */
export const wrongType = defineRule({
  meta: {
    id: 'wrong-type',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A value is of a type that its key does not take, such as text where a list belongs.',
      why: 'The platform refuses the workflow.',
      fix: 'Write the value as the message says.',
      examples: {
        bad: [
          dedent`
            jobs:
              main:
                needs: «setup»
                steps:
                  - run: echo hello
              setup:
                steps:
                  - run: echo first
          `,
          stepsExample`
            - run: make test
              ignore-errors: «yes»
          `,
          dedent`
            jobs:
              main:
                «steps»:
                  run: echo hello
          `,
        ],
        good: [
          dedent`
            jobs:
              main:
                needs: [setup]
                steps:
                  - run: echo hello
              setup:
                steps:
                  - run: echo first
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'wrong-type', context),
});
