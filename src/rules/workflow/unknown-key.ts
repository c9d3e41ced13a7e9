import { structureFindings } from '../../analysis/structure/structure.ts';
import { dedent } from '../../base/dedent.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A key that a section of the workflow does not have. */
export const unknownKey = defineRule({
  meta: {
    id: 'unknown-key',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A key is not one of those that the workflow, a job, a step or an input can have.',
      why: "The platform's schema is closed: it refuses the workflow, or drops what stands under the key.",
      fix: 'Use one of the keys that the message names; docs/reference/ lists them all.',
      examples: {
        bad: [
          stepsExample`
            - «nmae»: Say hello
              run: echo hello
          `,
          workflowExample`
            inputs:
              message:
                type: string
                «tooltp»: what to say
            steps:
              - run: echo hello
          `,
          // what stands under a misspelt key is not missed elsewhere
          workflowExample`
            on:
              «executes»:
                inputs:
                  message:
                    type: string
            steps:
              - run: echo "\${{ inputs.message }}"
          `,
          dedent`
            jobs:
              ports:
                «step»:
                  - id: port
                    run: echo "PORT=1" >> $OUTPUTS
              serve:
                needs: [ports]
                steps:
                  - run: echo "\${{ needs.ports.outputs.PORT }}"
                  - run: echo "\${{ needs.ports.steps.port.outputs.PORT }}"
          `,
          workflowExample`
            permissions: ["*"]
            «session»:
              desk: {}
            steps:
              - run: echo "\${{ sessions.desk }}"
          `,
          workflowExample`
            «permission»:
              - '*'
            steps:
              - run: echo hello
          `,
        ],
        good: [
          stepsExample`
            - name: Say hello
              run: echo hello
          `,
          workflowExample`
            inputs:
              message:
                type: string
                tooltip: what to say
            steps:
              - run: echo hello
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'unknown-key', context),
});
