import { structureFindings } from '../../analysis/structure/structure.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A step with both "run" and "uses". */
export const runAndUses = defineRule({
  meta: {
    id: 'run-and-uses',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A step has both "run" and "uses".',
      why: 'The platform takes exactly one of them.',
      fix: 'Make two steps of it.',
      examples: {
        bad: [
          stepsExample`
            - uses: parallelworks/checkout
              «run»: echo hello
              with:
                repo: https://github.com/org/repo.git
                branch: v1.0.0
          `,
        ],
        good: [
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: https://github.com/org/repo.git
                branch: v1.0.0
            - run: echo hello
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'run-and-uses', context),
});
