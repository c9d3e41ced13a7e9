import { structureFindings } from '../../analysis/structure/structure.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A key with nothing after it. */
export const emptyValue = defineRule({
  meta: {
    id: 'empty-value',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'Nothing is written after a key that needs a value.',
      why: 'The platform refuses the workflow, or runs an empty script.',
      fix: 'Write the value, or remove the key.',
      examples: {
        bad: [
          stepsExample`- «run»:`,
          workflowExample`
            inputs:
              name:
                type: string
                «label»:
            steps:
              - run: echo hello
          `,
          stepsExample`
            - run: make test
              «timeout»:
          `,
          workflowExample`
            steps:
              - uses: parallelworks/cancel-jobs
                «with»:
            permissions: ['*']
          `,
        ],
        good: [
          workflowExample`
            steps:
              - uses: parallelworks/cancel-jobs
                with: {}
            permissions: ['*']
          `,
          stepsExample`
            - run: make test
              timeout: 10m
          `,
          workflowExample`
            inputs:
              name:
                type: string
                default:
            steps:
              - run: echo hello
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'empty-value', context),
});
