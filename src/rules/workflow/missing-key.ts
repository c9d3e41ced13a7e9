import { structureFindings } from '../../analysis/structure/structure.ts';
import { dedent } from '../../base/dedent.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A key that must be there is not. */
export const missingKey = defineRule({
  meta: {
    id: 'missing-key',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A key that the platform needs is missing.',
      why: 'The platform refuses the workflow.',
      fix: 'Add the key.',
      examples: {
        bad: [
          dedent`
            jobs:
              «main»:
                needs: []
          `,
          workflowExample`
            inputs:
              «mode»:
                type: dropdown
                label: Mode
            steps:
              - run: echo hello
          `,
          workflowExample`
            inputs:
              «name»:
                label: Name
            steps:
              - run: echo hello
          `,
          stepsExample`
            - uses: parallelworks/checkout
              «with»:
                repo: https://github.com/org/repo.git
          `,
        ],
        good: [
          workflowExample`
            inputs:
              mode:
                type: dropdown
                options: [fast, exact]
            steps:
              - run: echo hello
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'missing-key', context),
});
