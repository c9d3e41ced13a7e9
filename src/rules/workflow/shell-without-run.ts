import { structureFindings } from '../../analysis/structure/structure.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** "shell" on a step that calls an action. */
export const shellWithoutRun = defineRule({
  meta: {
    id: 'shell-without-run',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A step that calls an action has "shell".',
      why: 'Only "run" has a shell; the schema refuses the step.',
      fix: 'Remove "shell".',
      examples: {
        bad: [
          stepsExample`
            - uses: parallelworks/checkout
              «shell»: bash
              with:
                repo: https://github.com/org/repo.git
                branch: v1.0.0
          `,
        ],
        good: [
          stepsExample`
            - run: echo hello
              shell: bash -l
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'shell-without-run', context),
});
