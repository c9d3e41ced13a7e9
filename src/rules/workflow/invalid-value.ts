import { structureFindings } from '../../analysis/structure/structure.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A word that its key does not take. */
export const invalidValue = defineRule({
  meta: {
    id: 'invalid-value',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A key takes one of a few words, and this is none of them.',
      why: 'The platform refuses the workflow.',
      fix: 'Use one of the words that the message names.',
      examples: {
        bad: [
          stepsExample`
            - run: make test
              early-cancel: «any-job-fails»
          `,
          workflowExample`
            sessions:
              session:
                type: «tunel»
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
          `,
        ],
        good: [
          stepsExample`
            - run: make test
              early-cancel: any-job-failed
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'invalid-value', context),
});
