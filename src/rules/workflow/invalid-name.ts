import { structureFindings } from '../../analysis/structure/structure.ts';
import { dedent } from '../../base/dedent.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A name with characters that names may not have. */
export const invalidName = defineRule({
  meta: {
    id: 'invalid-name',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'The name of a job, an input, an environment variable or a link has characters that it may not have.',
      why: 'The schema refuses the name.',
      fix: 'Rename it, and whatever refers to it.',
      examples: {
        bad: [
          dedent`
            jobs:
              «Main»:
                steps:
                  - run: echo hello
          `,
          workflowExample`
            inputs:
              «my input»:
                type: string
            steps:
              - run: echo hello
          `,
          dedent`
            jobs:
              main:
                env:
                  «MY-VAR»: 1
                steps:
                  - run: echo hello
          `,
          dedent`
            jobs:
              «Build»:
                steps:
                  - run: echo hello
              main:
                needs: [build]
                steps:
                  - run: echo hello
          `,
          stepsExample`
            - id: «Port»
              run: echo "PORT=1" >> $OUTPUTS
            - run: echo "\${{ steps.port.outputs.PORT }}"
          `,
          stepsExample`
            - id: «My Step»
              run: echo hello
          `,
        ],
        good: [
          dedent`
            jobs:
              main-job:
                steps:
                  - run: echo hello
          `,
          workflowExample`
            inputs:
              my_input:
                type: string
            steps:
              - run: echo hello
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'invalid-name', context),
});
