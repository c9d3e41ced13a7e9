import { structureFindings } from '../../analysis/structure/structure.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A duration that the platform cannot read. */
export const invalidDuration = defineRule({
  meta: {
    id: 'invalid-duration',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A duration is not a whole number with d, h, m or s.',
      why: 'The platform refuses the workflow.',
      fix: 'Write one number and one unit, as 90s, 10m or 2h; a bare number is seconds.',
      examples: {
        bad: [
          stepsExample`
            - run: make test
              timeout: «00:10:00»
          `,
          stepsExample`
            - run: make test
              retry:
                timeout: 5m
                interval: «1.5s»
          `,
        ],
        good: [
          stepsExample`
            - run: make test
              timeout: 10m
          `,
          workflowExample`
            steps:
              - run: make test
                timeout: \${{ inputs.limit }}
            inputs:
              limit:
                type: string
                default: 10m
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'invalid-duration', context),
});
