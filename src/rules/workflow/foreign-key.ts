import { structureFindings } from '../../analysis/structure/structure.ts';
import { dedent } from '../../base/dedent.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A key of GitHub Actions, or one that belongs a level higher or lower. */
export const foreignKey = defineRule({
  meta: {
    id: 'foreign-key',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: "A key comes from another system's language, or belongs to another level of this one.",
      why: "The platform's schema is closed: it refuses the workflow, or drops what stands under the key.",
      fix: 'The help of the finding says what the platform has instead.',
      examples: {
        bad: [
          stepsExample`
            - run: make test
              «continue-on-error»: true
          `,
          workflowExample`
            «name»: hello
            steps:
              - run: echo hello
          `,
          dedent`
            jobs:
              main:
                «retry»:
                  max-retries: 3
                steps:
                  - run: make test
          `,
        ],
        good: [
          stepsExample`
            - run: make test
              ignore-errors: true
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'foreign-key', context),
});
