import { structureFindings } from '../../analysis/structure/structure.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An input of a type that the platform does not know. */
export const unknownInputType = defineRule({
  meta: {
    id: 'unknown-input-type',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'An input of the form has a type that the platform does not know.',
      why: 'The form cannot draw the field, and the schema refuses the workflow.',
      fix: 'Use one of the types in docs/reference/input-types.md.',
      examples: {
        bad: [
          workflowExample`
            inputs:
              name:
                type: «strnig»
            steps:
              - run: echo hello
          `,
          workflowExample`
            inputs:
              message:
                type: «textarea»
            steps:
              - run: echo hello
          `,
        ],
        good: [
          workflowExample`
            inputs:
              name:
                type: string
            steps:
              - run: echo hello
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'unknown-input-type', context),
});
