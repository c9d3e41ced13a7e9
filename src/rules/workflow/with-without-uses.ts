import { structureFindings } from '../../analysis/structure/structure.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** "with" on a step that runs a script. */
export const withWithoutUses = defineRule({
  meta: {
    id: 'with-without-uses',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A step that runs a script has "with".',
      why: 'Only "uses" takes arguments; the schema refuses the step.',
      fix: 'Pass values to a script through "env".',
      examples: {
        bad: [
          stepsExample`
            - run: echo hello
              «with»:
                name: you
          `,
        ],
        good: [
          stepsExample`
            - run: echo hello $NAME
              env:
                NAME: you
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'with-without-uses', context),
});
