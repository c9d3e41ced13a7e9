import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A key that a section of the workflow does not have. */
export const unknownKey = defineRule({
  meta: {
    id: 'unknown-key',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A key is not one of those that the workflow, a job, a step or an input can have.',
      why: "The platform's schema is closed: it refuses the workflow, or drops what stands under the key.",
      fix: 'Use one of the keys that the message names; docs/reference/ lists them all.',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - «nmae»: Say hello\n        run: echo hello\n',
          'on:\n  execute:\n    inputs:\n      message:\n        type: string\n        «tooltp»: what to say\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
          // what stands under a misspelt key is not missed elsewhere
          'on:\n  «executes»:\n    inputs:\n      message:\n        type: string\njobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.message }}"\n',
          'jobs:\n  ports:\n    «step»:\n      - id: port\n        run: echo "PORT=1" >> $OUTPUTS\n  serve:\n    needs: [ports]\n    steps:\n      - run: echo "${{ needs.ports.outputs.PORT }}"\n      - run: echo "${{ needs.ports.steps.port.outputs.PORT }}"\n',
          'permissions: ["*"]\n«session»:\n  desk: {}\njobs:\n  main:\n    steps:\n      - run: echo "${{ sessions.desk }}"\n',
          "«permission»:\n  - '*'\njobs:\n  main:\n    steps:\n      - run: echo hello\n",
        ],
        good: [
          'jobs:\n  main:\n    steps:\n      - name: Say hello\n        run: echo hello\n',
          'on:\n  execute:\n    inputs:\n      message:\n        type: string\n        tooltip: what to say\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'unknown-key', context),
});
