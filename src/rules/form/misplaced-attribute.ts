import { structureFindings } from '../../analysis/structure/structure.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An attribute on an input of a type that does not have it. */
export const misplacedAttribute = defineRule({
  meta: {
    id: 'misplaced-attribute',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'An attribute stands on an input whose type does not take it, or beside inputs and not in one.',
      why: 'Each type of input has its own closed list of attributes; the platform refuses others.',
      fix: 'Remove the attribute, indent it under its input, or change the type of the input.',
      examples: {
        bad: [
          workflowExample`
            inputs:
              count:
                type: number
                «placeholder»: '4'
            steps:
              - run: echo hello
          `,
          workflowExample`
            inputs:
              settings:
                type: group
                «optional»: true
                items:
                  name:
                    type: string
            steps:
              - run: echo hello
          `,
          workflowExample`
            inputs:
              rows:
                type: list
                template:
                  «label»: Prompt
                  type: editor
            steps:
              - run: echo hello
          `,
        ],
        good: [
          workflowExample`
            inputs:
              name:
                type: string
                placeholder: a name
            steps:
              - run: echo hello
          `,
          workflowExample`
            inputs:
              rows:
                type: list
                template:
                  prompt:
                    label: Prompt
                    type: editor
            steps:
              - run: echo hello
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'misplaced-attribute', context),
});
