import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An expression that cannot be read. */
export const malformedExpression = defineRule({
  meta: {
    id: 'malformed-expression',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'What stands between `${{` and `}}` is no expression of the workflow language.',
      why: 'The platform refuses the workflow, or pastes the text as it stands.',
      fix: 'Write paths such as `inputs.name`, values in quotes, and operators such as `==`, `&&`, `||`, `? :` between them.',
      examples: {
        bad: [
          stepsExample`- if: \${{ inputs.mode «==» }}`,
          workflowExample`
            steps:
              - if: \${{ inputs.fast «and» inputs.cheap }}
            inputs:
              fast:
                type: boolean
              cheap:
                type: boolean
          `,
          workflowExample`
            steps:
              - if: «\${{ inputs.fast }»
            inputs:
              fast:
                type: boolean
          `,
        ],
        good: [stepsExample`- if: \${{ inputs.mode == fast }}`],
      },
    },
  },
  on: 'expression',
  *check({ site }) {
    yield* site.faults;
  },
});
