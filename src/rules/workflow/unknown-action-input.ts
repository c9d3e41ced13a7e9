import { structureFindings } from '../../analysis/structure/structure.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An argument that a built-in action does not have. */
export const unknownActionInput = defineRule({
  meta: {
    id: 'unknown-action-input',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'The "with" of a built-in action has a key that the action does not have.',
      why: 'The schema of built-in actions is closed: the workflow is refused.',
      fix: 'Use one of the keys that the message names.',
      examples: {
        bad: [
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: https://github.com/org/repo.git
                branch: main
                «sparse-checkout»:
                  - utils
          `,
        ],
        good: [
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: https://github.com/org/repo.git
                branch: main
                sparse_checkout:
                  - utils
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'unknown-action-input', context),
});
